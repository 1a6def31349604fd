-- How did the import end?
--
-- grain: one row an import
-- parameters:
--   $1 bigint import
--   $2 text state

update facts.import
set state = $2, finished_at = now()
where id = $1;
