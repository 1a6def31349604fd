-- Which tags have the photos now?
--
-- after: select insights.stage()
-- grain: one row a photo that changes
-- parameters: none

with net as (
  select tag_change.photo_id, tag_change.tag_id, sum(tag_change.sign) as sign
  from tag_change
  group by tag_change.photo_id, tag_change.tag_id
),

moved as (
  select
    net.photo_id,
    coalesce(array_agg(net.tag_id order by net.tag_id) filter (where net.sign > 0), '{}') as added,
    coalesce(array_agg(net.tag_id) filter (where net.sign < 0), '{}') as removed
  from net
  where net.sign <> 0
  group by net.photo_id
)

update insights.photo
set tag_ids = array(
    select kept.tag_id
    from unnest(photo.tag_ids) as kept (tag_id)
    where kept.tag_id <> all (moved.removed)
  ) || moved.added
from moved
where photo.photo_id = moved.photo_id
