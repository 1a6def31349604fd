-- How did the import end?
--
-- A completed one has the position at which all can be read that was committed until now: its own
-- batches, and those of others that brought what it found to be there.
--
-- grain: one row an import
-- parameters:
--   $1 bigint import
--   $2 text state
--   $3 bytea SHA-256 of the whole body, or null

update facts.import
set
  state = $2,
  finished_at = now(),
  digest = $3,
  position =
    case when $2 = 'COMPLETED' then pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1 end
where id = $1;
