-- Is this session the one that holds the lock? (It is when this has answered true.)
--
-- grain: one row
-- parameters:
--   $1 integer what is locked
--   $2 integer which of these

select pg_try_advisory_lock($1, $2);
