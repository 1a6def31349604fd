-- Which tags have the photos now?
--
-- after: select insights.stage()
-- grain: one row a photo that changes
-- parameters: none
--
-- A tag that went and came again is there twice as long as its going is not rolled up.

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
  cross join generate_series(1, abs(net.sign)) as copy
  group by net.photo_id
)

update insights.photo
set tag_ids = array(
    select kept.tag_id
    from (
      select
        tagged.tag_id,
        row_number() over (partition by tagged.tag_id) as copy
      from unnest(photo.tag_ids) as tagged (tag_id)
    ) as kept
    where kept.copy > cardinality(array_positions(moved.removed, kept.tag_id))
  ) || moved.added
from moved
where photo.photo_id = moved.photo_id
