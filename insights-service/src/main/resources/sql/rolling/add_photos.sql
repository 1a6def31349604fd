-- Which photos are new?
--
-- after: select insights.stage()
-- grain: one row a new photo
-- parameters:
--   $1 bigint[]  the batches of the roll
--
-- A photo that comes and goes in the same roll is added here and removed at the end of it.

insert into insights.photo (photo_id, owner_id, created_at)
select photos.id, photos.owner_id, photos.created_at
from facts.photos
where photos.batch_id = any ($1::bigint[])
union all
select retraction.subject_id, retraction.owner_id, retraction.created_at
from facts.retraction
where retraction.origin_batch_id = any ($1) and retraction.fact = 'PHOTOS'
