-- Was this import still marked as running? (It is marked as failed then.)
--
-- grain: one row an import
-- parameters:
--   $1 bigint import

update facts.import
set state = 'FAILED', finished_at = now()
where id = $1 and state = 'RUNNING';
