-- Is there anything to roll, and how old is what was rolled last?
--
-- grain: one row
-- parameters: none

select
  exists (
    select from facts.batch
    where batch.xid >= roll_up.horizon
      and not exists (
        select from insights.rolled_batch where rolled_batch.batch_id = batch.id)
  ) as has_batches,
  exists (
    select from moderation.flagged_change where flagged_change.id > roll_up.flagged_change_id
  ) as has_flagged_changes,
  roll_up.as_of < clock_timestamp() - interval '1 second' as is_stale
from insights.roll_up
