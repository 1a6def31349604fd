-- On which days of the week, UTC, do these users post photos, like, comment and follow? (2b, 2c)
--
-- grain: one row a day of the week, Monday first, days without events too
-- parameters:
--   $1 bigint[]  ids of users

with acted as (
  select
    account_weekday.day_of_week as iso_day,
    sum(account_weekday.photos) as photos,
    sum(account_weekday.likes) as likes,
    sum(account_weekday.comments) as comments,
    sum(account_weekday.follows) as follows
  from insights.account_weekday
  where account_weekday.user_id = any ($1::bigint[])
  group by account_weekday.day_of_week
)

select
  day.iso_day,
  coalesce(acted.photos, 0) as photos,
  coalesce(acted.likes, 0) as likes,
  coalesce(acted.comments, 0) as comments,
  coalesce(acted.follows, 0) as follows
from generate_series(1, 7) as day (iso_day)
left join acted on acted.iso_day = day.iso_day
order by day.iso_day
