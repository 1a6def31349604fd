-- Which tags of photos are of batches that wait?
--
-- after: select insights.stage()
-- grain: one row a tag of a photo that is not staged any more
-- parameters:
--   $1 bigint[]  the batches that wait

delete from tag_change
where tag_change.batch_id = any ($1::bigint[])
