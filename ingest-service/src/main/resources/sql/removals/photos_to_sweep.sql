-- Which removed photos can be swept? Those whose removal everybody has seen who is still writing.
--
-- grain: one row a photo, in the order of the removals
-- parameters:
--   $1 integer rows at most

select id
from facts.removal
where
  target = 'PHOTO'
  and finished_at is null
  and barrier < pg_snapshot_xmin(pg_current_snapshot())
order by number
limit $1;
