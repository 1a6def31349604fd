-- What likes, comments and tags have the photos?
--
-- grain: one row a photo
-- parameters: none

with liked as (
  select likes.photo_id, count(*) as likes
  from recompute.likes
  group by likes.photo_id
),

commented as (
  select comments.photo_id, count(*) as comments
  from recompute.comments
  group by comments.photo_id
),

tagged as (
  select photo_tags.photo_id, array_agg(photo_tags.tag_id order by photo_tags.tag_id) as tag_ids
  from recompute.photo_tags
  group by photo_tags.photo_id
)

select
  photos.id as photo_id,
  photos.owner_id,
  photos.created_at,
  coalesce(liked.likes, 0) as likes,
  coalesce(commented.comments, 0) as comments,
  coalesce(tagged.tag_ids, '{}') as tag_ids
from recompute.photos
left join liked on liked.photo_id = photos.id
left join commented on commented.photo_id = photos.id
left join tagged on tagged.photo_id = photos.id
