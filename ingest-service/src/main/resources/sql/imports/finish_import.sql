-- How did the import end?
--
-- grain: one row an import
-- parameters:
--   $1 bigint import
--   $2 text state
--   $3 bytea SHA-256 of the whole body, or null

update facts.import
set state = $2, finished_at = now(), digest = $3
where id = $1;
