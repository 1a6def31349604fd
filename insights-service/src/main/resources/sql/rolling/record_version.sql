-- Which version is this, as of when, and how many rows of facts did the roll take in?
--
-- after: select insights.stage()
-- grain: one row, the version
-- parameters:
--   $1 boolean  whether anything changed; if not, the version stays
--
-- Up to the horizon everything is in. Without batches that wait it is the oldest transaction that
-- was still running when this one began; a batch that waits holds it back.

with waiting as (
  select min(batch.xid) as xid, min(batch.committed_at) as committed_at
  from facts.batch
  where batch.xid >= (select roll_up.horizon from insights.roll_up)
    and not exists (
      select from insights.rolled_batch where rolled_batch.batch_id = batch.id)
)

update insights.roll_up
set
  version = roll_up.version + case when $1::boolean then 1 else 0 end,
  as_of = greatest(roll_up.as_of, coalesce(waiting.committed_at, transaction_timestamp())),
  horizon = least(waiting.xid, pg_snapshot_xmin(pg_current_snapshot())),
  flagged_change_id = greatest(
    roll_up.flagged_change_id,
    coalesce((select max(flagged_change.id) from moderation.flagged_change), 0))
from waiting
returning
  roll_up.version,
  roll_up.as_of,
  waiting.xid is not null as is_behind,
  (
    select coalesce(sum(rolling_batch.rows + rolling_batch.retractions), 0)
    from rolling_batch
  )::bigint as rows
