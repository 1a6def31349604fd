-- On which days of the week do accounts act?
--
-- after: select insights.stage()
-- grain: one row an account and day of the week that changes
-- parameters: none

with added as (
  select
    change.user_id,
    insights.day_of_week(change.quarter_hour) as day_of_week,
    coalesce(sum(change.sign) filter (where change.kind = 'PHOTOS'), 0) as photos,
    coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0) as likes,
    coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0) as comments,
    coalesce(sum(change.sign) filter (where change.kind = 'FOLLOWS'), 0) as follows
  from change
  where change.kind <> 'REGISTRATIONS'
  group by change.user_id, insights.day_of_week(change.quarter_hour)
)

insert into insights.account_weekday as weekday
  (user_id, day_of_week, photos, likes, comments, follows)
select
  added.user_id, added.day_of_week, added.photos, added.likes, added.comments, added.follows
from added
order by added.user_id, added.day_of_week
on conflict (user_id, day_of_week) do update
set
  photos = weekday.photos + excluded.photos,
  likes = weekday.likes + excluded.likes,
  comments = weekday.comments + excluded.comments,
  follows = weekday.follows + excluded.follows
