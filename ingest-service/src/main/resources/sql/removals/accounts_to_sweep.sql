-- Which removed accounts can be swept, and how far are they? Those whose removal everybody has seen
-- who is still writing.
--
-- grain: one row a stage and position, with the accounts that are there; the furthest first
-- parameters:
--   $1 integer accounts at most

select stage, position, array_agg(id order by id)
from (
  select id, stage, position
  from facts.removal
  where
    target = 'ACCOUNT'
    and finished_at is null
    and barrier < pg_snapshot_xmin(pg_current_snapshot())
  order by number
  limit $1
) as ready
group by stage, position
order by stage <> 'PHOTOS' desc, stage, position desc;
