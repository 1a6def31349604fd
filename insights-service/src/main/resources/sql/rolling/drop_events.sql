-- Which events are of batches that wait?
--
-- after: select insights.stage()
-- grain: one row an event that is not staged any more
-- parameters:
--   $1 bigint[]  the batches that wait

delete from change
where change.batch_id = any ($1::bigint[])
