-- How many of a photo's likes come from suspected bots, and how many from others? (5b)
--
-- grain: one row
-- parameters:
--   $1 numeric  a suspected bot liked at least this share of all photos
--
-- The two mean numbers are over all photos and add up to the mean likes of a photo. A photo without
-- likes has no share, so the mean share is over the photos with at least one like. A mean over
-- nothing is null.

with suspect as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
  having count(*) >= $1::numeric * (select count(*) from facts.photos)
),

photo as (
  select
    photos.id,
    count(likes.user_id) as likes,
    count(suspect.user_id) as suspects_likes
  from facts.photos
  left join facts.likes on likes.photo_id = photos.id
  left join suspect on suspect.user_id = likes.user_id
  group by photos.id
)

select
  count(*) as photos,
  count(*) filter (where photo.likes > 0) as liked_photos,
  avg(photo.suspects_likes)::double precision as mean_from_suspects,
  avg(photo.likes - photo.suspects_likes)::double precision as mean_from_others,
  avg(photo.suspects_likes::double precision / nullif(photo.likes, 0)) as mean_suspects_share
from photo
