-- How much was new in each year, how much was there at its end, and how did both grow against the
-- year before? (6b)
--
-- grain: one row a year from the first to the last with something new, in order
-- parameters:
--   $1 text  pillar: USERS, PHOTOS, LIKES, COMMENTS, or ALL: photos, likes and comments together
--
-- Growth is a share: 1.99 is +199 %. It is null where the year before had nothing to compare with.

with created as (
  select users.created_at from facts.users where $1::text = 'USERS'
  union all
  select photos.created_at from facts.photos where $1::text in ('PHOTOS', 'ALL')
  union all
  select likes.created_at from facts.likes where $1::text in ('LIKES', 'ALL')
  union all
  select comments.created_at from facts.comments where $1::text in ('COMMENTS', 'ALL')
),

counted as (
  select
    extract(year from created.created_at at time zone 'UTC')::integer as year,
    count(*) as added
  from created
  group by year
),

every_year as (
  select generate_series(min(counted.year), max(counted.year)) as year
  from counted
),

yearly as (
  select
    every_year.year,
    coalesce(counted.added, 0) as added,
    (sum(counted.added) over (order by every_year.year))::bigint as stock
  from every_year
  left join counted using (year)
),

compared as (
  select
    yearly.year,
    yearly.added,
    yearly.stock,
    lag(yearly.added) over (order by yearly.year) as added_before,
    lag(yearly.stock) over (order by yearly.year) as stock_before
  from yearly
)

select
  compared.year,
  compared.added,
  (compared.added - compared.added_before)::double precision / nullif(compared.added_before, 0)
    as added_growth,
  compared.stock,
  (compared.stock - compared.stock_before)::double precision / nullif(compared.stock_before, 0)
    as stock_growth
from compared
order by compared.year
