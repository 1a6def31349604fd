-- As of when are the roll-ups, and how many batches are they behind?
--
-- grain: one row
-- parameters: none
--
-- Whatever lies below the horizon is in, so this costs in the new batches only.

select
  roll_up.as_of,
  (
    select count(*)
    from facts.batch
    where batch.xid >= roll_up.horizon
      and not exists (
        select from insights.rolled_batch where rolled_batch.batch_id = batch.id)
  ) as batches
from insights.roll_up
