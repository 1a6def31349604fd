-- How many photos have so many likes, and so many of them from suspects?
--
-- grain: EVERYONE: one number of likes; a set of suspects: one number of likes and of suspects' likes
--        among them, over the photos that its suspects liked or commented on
-- parameters: none

with photo as (
  select
    event.subject_id as photo_id,
    count(*) filter (where event.kind = 'LIKES') as likes,
    count(*) filter (where event.kind = 'COMMENTS') as comments
  from recompute.event
  where event.kind in ('LIKES', 'COMMENTS')
  group by event.subject_id
),

touched as (
  select
    actors_event.actors,
    actors_event.subject_id as photo_id,
    case when actors_event.actors = 'EVERYONE' then 0
      else count(*) filter (where actors_event.kind = 'LIKES') end as suspects_likes,
    case when actors_event.actors = 'EVERYONE' then 0
      else count(*) filter (where actors_event.kind = 'COMMENTS') end as suspects_comments
  from recompute.actors_event
  where actors_event.kind in ('LIKES', 'COMMENTS')
  group by actors_event.actors, actors_event.subject_id
)

select
  touched.actors,
  photo.likes,
  touched.suspects_likes,
  count(*) as photos,
  sum(photo.comments) as comments,
  sum(photo.comments * photo.comments) as comments_squared,
  sum(photo.comments - touched.suspects_comments) as others_comments,
  sum(
    (photo.comments - touched.suspects_comments) * (photo.comments - touched.suspects_comments))
    as others_comments_squared
from touched
join photo on photo.photo_id = touched.photo_id
where photo.likes > 0
group by touched.actors, photo.likes, touched.suspects_likes
