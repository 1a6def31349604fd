-- How many users register in each year, and how many would it be if they were spread evenly? (2a)
--
-- grain: one row a year from the first registration's to the last one's, in order
-- parameters: none
--
-- Spread evenly means: over the days from the first registration's to the last one's.

with day as (
  select generate_series(
    (select min((users.created_at at time zone 'UTC')::date) from facts.users),
    (select max((users.created_at at time zone 'UTC')::date) from facts.users),
    interval '1 day')::date as day
),

registered as (
  select (users.created_at at time zone 'UTC')::date as day, count(*) as users
  from facts.users
  group by 1
)

select
  extract(year from day.day) as year,
  coalesce(sum(registered.users), 0) as events,
  (select count(*) from facts.users)::double precision * count(*) / (select count(*) from day)
    as expected_events
from day
left join registered on registered.day = day.day
group by 1
order by 1
