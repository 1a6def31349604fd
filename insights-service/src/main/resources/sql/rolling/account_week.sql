-- On which days of the week do accounts act?
--
-- after: select insights.stage()
-- grain: one row an account that changes
-- parameters: none

with acted as (
  select
    change.user_id,
    change.kind,
    insights.day_of_week(change.quarter_hour) as day_of_week,
    sum(change.sign)::integer as events
  from change
  where change.kind <> 'REGISTRATIONS'
  group by change.user_id, change.kind, insights.day_of_week(change.quarter_hour)
),

added as (
  select
    acted.user_id,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 1), 0)
      as photos_1,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 2), 0)
      as photos_2,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 3), 0)
      as photos_3,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 4), 0)
      as photos_4,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 5), 0)
      as photos_5,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 6), 0)
      as photos_6,
    coalesce(sum(acted.events) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 7), 0)
      as photos_7,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 1), 0)
      as likes_1,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 2), 0)
      as likes_2,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 3), 0)
      as likes_3,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 4), 0)
      as likes_4,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 5), 0)
      as likes_5,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 6), 0)
      as likes_6,
    coalesce(sum(acted.events) filter (where acted.kind = 'LIKES' and acted.day_of_week = 7), 0)
      as likes_7,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 1), 0)
      as comments_1,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 2), 0)
      as comments_2,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 3), 0)
      as comments_3,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 4), 0)
      as comments_4,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 5), 0)
      as comments_5,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 6), 0)
      as comments_6,
    coalesce(sum(acted.events) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 7), 0)
      as comments_7,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 1), 0)
      as follows_1,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 2), 0)
      as follows_2,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 3), 0)
      as follows_3,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 4), 0)
      as follows_4,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 5), 0)
      as follows_5,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 6), 0)
      as follows_6,
    coalesce(sum(acted.events) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 7), 0)
      as follows_7
  from acted
  group by acted.user_id
)

insert into insights.account_week as week
  (user_id,
    photos_1, photos_2, photos_3, photos_4, photos_5, photos_6, photos_7,
    likes_1, likes_2, likes_3, likes_4, likes_5, likes_6, likes_7,
    comments_1, comments_2, comments_3, comments_4, comments_5, comments_6, comments_7,
    follows_1, follows_2, follows_3, follows_4, follows_5, follows_6, follows_7)
select
  added.user_id,
  added.photos_1, added.photos_2, added.photos_3, added.photos_4,
  added.photos_5, added.photos_6, added.photos_7, added.likes_1,
  added.likes_2, added.likes_3, added.likes_4, added.likes_5,
  added.likes_6, added.likes_7, added.comments_1, added.comments_2,
  added.comments_3, added.comments_4, added.comments_5, added.comments_6,
  added.comments_7, added.follows_1, added.follows_2, added.follows_3,
  added.follows_4, added.follows_5, added.follows_6, added.follows_7
from added
order by added.user_id
on conflict (user_id) do update
set
  photos_1 = week.photos_1 + excluded.photos_1,
  photos_2 = week.photos_2 + excluded.photos_2,
  photos_3 = week.photos_3 + excluded.photos_3,
  photos_4 = week.photos_4 + excluded.photos_4,
  photos_5 = week.photos_5 + excluded.photos_5,
  photos_6 = week.photos_6 + excluded.photos_6,
  photos_7 = week.photos_7 + excluded.photos_7,
  likes_1 = week.likes_1 + excluded.likes_1,
  likes_2 = week.likes_2 + excluded.likes_2,
  likes_3 = week.likes_3 + excluded.likes_3,
  likes_4 = week.likes_4 + excluded.likes_4,
  likes_5 = week.likes_5 + excluded.likes_5,
  likes_6 = week.likes_6 + excluded.likes_6,
  likes_7 = week.likes_7 + excluded.likes_7,
  comments_1 = week.comments_1 + excluded.comments_1,
  comments_2 = week.comments_2 + excluded.comments_2,
  comments_3 = week.comments_3 + excluded.comments_3,
  comments_4 = week.comments_4 + excluded.comments_4,
  comments_5 = week.comments_5 + excluded.comments_5,
  comments_6 = week.comments_6 + excluded.comments_6,
  comments_7 = week.comments_7 + excluded.comments_7,
  follows_1 = week.follows_1 + excluded.follows_1,
  follows_2 = week.follows_2 + excluded.follows_2,
  follows_3 = week.follows_3 + excluded.follows_3,
  follows_4 = week.follows_4 + excluded.follows_4,
  follows_5 = week.follows_5 + excluded.follows_5,
  follows_6 = week.follows_6 + excluded.follows_6,
  follows_7 = week.follows_7 + excluded.follows_7
