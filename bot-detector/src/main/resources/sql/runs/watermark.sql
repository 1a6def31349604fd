-- How much of the facts is there?
--
-- grain: one row
-- parameters: none

select count(*) as batches, coalesce(max(batch.id), 0) as highest_batch
from facts.batch
