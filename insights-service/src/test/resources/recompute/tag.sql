-- How many photos carry each tag, and how many likes have these?
--
-- grain: one row a tag
-- parameters: none

with used as (
  select photo_tags.tag_id, count(*) as uses
  from recompute.photo_tags
  group by photo_tags.tag_id
),

liked as (
  select photo_tags.tag_id, count(*) as likes
  from recompute.photo_tags
  join recompute.likes on likes.photo_id = photo_tags.photo_id
  group by photo_tags.tag_id
)

select
  tags.id as tag_id,
  tags.name,
  tags.created_at,
  coalesce(used.uses, 0) as uses,
  coalesce(liked.likes, 0) as likes
from recompute.tags
left join used on used.tag_id = tags.id
left join liked on liked.tag_id = tags.id
