-- On which days of the week do accounts act?
--
-- grain: one row an account
-- parameters: none

with acted as (
  select
    event.user_id,
    event.kind,
    extract(isodow from event.created_at at time zone 'UTC')::integer as day_of_week
  from recompute.event
  where event.kind <> 'REGISTRATIONS'
)

select
  acted.user_id,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 1) as photos_1,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 2) as photos_2,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 3) as photos_3,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 4) as photos_4,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 5) as photos_5,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 6) as photos_6,
  count(*) filter (where acted.kind = 'PHOTOS' and acted.day_of_week = 7) as photos_7,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 1) as likes_1,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 2) as likes_2,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 3) as likes_3,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 4) as likes_4,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 5) as likes_5,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 6) as likes_6,
  count(*) filter (where acted.kind = 'LIKES' and acted.day_of_week = 7) as likes_7,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 1) as comments_1,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 2) as comments_2,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 3) as comments_3,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 4) as comments_4,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 5) as comments_5,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 6) as comments_6,
  count(*) filter (where acted.kind = 'COMMENTS' and acted.day_of_week = 7) as comments_7,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 1) as follows_1,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 2) as follows_2,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 3) as follows_3,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 4) as follows_4,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 5) as follows_5,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 6) as follows_6,
  count(*) filter (where acted.kind = 'FOLLOWS' and acted.day_of_week = 7) as follows_7
from acted
group by acted.user_id
