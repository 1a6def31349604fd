-- How many of a photo's likes come from suspected bots, and how many from others? (5b)
--
-- grain: one row
-- parameters:
--   $1 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $2 numeric  the share
--
-- The two mean numbers are over all photos and add up to the mean likes of a photo. A photo without
-- likes has no share, so the mean share is over the photos with at least one like. A mean over
-- nothing is null.

with liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $1::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $1::text = 'LIKED_SHARE'
    and liked.likes >= $2::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
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
