-- Which photos did the chosen batches tag, and which tags did they take off?
--
-- after: select insights.stage()
-- grain: one row a tag of a photo and sign, staged
-- parameters:
--   $1 bigint[]  the chosen batches

insert into tag_change (batch_id, sign, photo_id, tag_id)
select photo_tags.batch_id, 1, photo_tags.photo_id, photo_tags.tag_id
from facts.photo_tags
where photo_tags.batch_id = any ($1::bigint[])
union all
select retraction.origin_batch_id, 1, retraction.subject_id, retraction.object_id
from facts.retraction
where retraction.origin_batch_id = any ($1) and retraction.fact = 'PHOTO_TAGS'
union all
select retraction.batch_id, -1, retraction.subject_id, retraction.object_id
from facts.retraction
where retraction.batch_id = any ($1) and retraction.fact = 'PHOTO_TAGS'
