-- How many likes do suspected bots give in each year? (5a)
--
-- grain: one row a year from the first like to the last, in order
-- parameters:
--   $1 numeric  a suspected bot liked at least this share of all photos

with suspect as (
  select likes.user_id
  from facts.likes
  group by likes.user_id
  having count(*) >= $1::numeric * (select count(*) from facts.photos)
),

every_year as (
  select generate_series(
    (select min(extract(year from likes.created_at at time zone 'UTC')::integer) from facts.likes),
    (select max(extract(year from likes.created_at at time zone 'UTC')::integer) from facts.likes))
    as year
)

select every_year.year, count(suspect.user_id) as bot_likes
from every_year
left join facts.likes
  on extract(year from likes.created_at at time zone 'UTC')::integer = every_year.year
left join suspect on suspect.user_id = likes.user_id
group by every_year.year
order by every_year.year
