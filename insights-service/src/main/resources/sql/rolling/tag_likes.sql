-- How many likes do tags gain by those of the photos that carry them, and how many uses and likes by
-- being put on photos and taken off?
--
-- after: select insights.stage()
-- grain: one row a tag that changes
-- parameters: none
--
-- Runs before the photos have their new likes and tags: likes change on the tags that were there,
-- then each tag that comes or goes brings or takes the likes that the photo has by then.

with liked as (
  select tag.tag_id, 0 as uses, photo_change.likes - photo_change.likes_before as likes
  from photo_change
  join insights.photo on photo.photo_id = photo_change.photo_id
  cross join lateral unnest(photo.tag_ids) as tag (tag_id)
  where photo_change.likes <> photo_change.likes_before
),

tagged as (
  select
    tag_change.tag_id,
    tag_change.sign as uses,
    tag_change.sign * coalesce(photo_change.likes, photo.likes) as likes
  from tag_change
  join insights.photo on photo.photo_id = tag_change.photo_id
  left join photo_change on photo_change.photo_id = tag_change.photo_id
),

added as (
  select part.tag_id, sum(part.uses) as uses, sum(part.likes) as likes
  from (
    select liked.tag_id, liked.uses, liked.likes from liked
    union all
    select tagged.tag_id, tagged.uses, tagged.likes from tagged
  ) as part
  group by part.tag_id
)

update insights.tag
set uses = tag.uses + added.uses, likes = tag.likes + added.likes
from added
where tag.tag_id = added.tag_id
