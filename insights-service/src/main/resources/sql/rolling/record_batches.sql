-- Which batches are in from here on?
--
-- after: select insights.stage()
-- grain: one row a batch of the roll
-- parameters: none

insert into insights.rolled_batch (batch_id, version)
select rolling_batch.batch_id, roll_up.version + 1
from rolling_batch
cross join insights.roll_up
