-- Was the lock held by this session? (It is not any more.)
--
-- grain: one row
-- parameters:
--   $1 integer what is locked
--   $2 integer which of these

select pg_advisory_unlock($1, $2);
