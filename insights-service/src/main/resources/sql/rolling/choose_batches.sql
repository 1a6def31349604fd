-- Which batches come next? Those of the oldest transactions that are not in yet.
--
-- after: select insights.stage()
-- grain: one row a batch, staged, with the number of those there are to choose from
-- parameters:
--   $1 bigint    rows to stop at; at least one batch is taken
--   $2 bigint[]  batches to choose from; null: all there are
--
-- Whatever lies below the horizon is in, so this costs in the new batches only.

with fresh as (
  select
    batch.id,
    batch.xid,
    batch.users + batch.photos + batch.tags + batch.photo_tags + batch.likes + batch.comments
      + batch.follows as rows,
    batch.retractions
  from facts.batch
  where batch.xid >= (select roll_up.horizon from insights.roll_up)
    and not exists (
      select from insights.rolled_batch where rolled_batch.batch_id = batch.id)
    and ($2::bigint[] is null or batch.id = any ($2))
),

counted as (
  select
    fresh.id,
    fresh.rows,
    fresh.retractions,
    coalesce(
      sum(fresh.rows + fresh.retractions) over (
        order by fresh.xid, fresh.id rows between unbounded preceding and 1 preceding),
      0) as rows_before
  from fresh
),

chosen as (
  insert into rolling_batch (batch_id, rows, retractions)
  select counted.id, counted.rows, counted.retractions
  from counted
  where counted.rows_before = 0 or counted.rows_before < $1::bigint
  returning rolling_batch.batch_id
)

select chosen.batch_id, (select count(*) from fresh)::integer as batches
from chosen
