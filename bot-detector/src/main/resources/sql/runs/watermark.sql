-- Question:   how much of the facts is there?
-- Grain:      one row
-- Parameters: none
select count(*) as batches, coalesce(max(batch.id), 0) as highest_batch
from facts.batch
