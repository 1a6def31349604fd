-- Whose turn is it? The lock is held until the commit.
--
-- grain: one row
-- parameters:
--   $1 integer what is locked

select pg_advisory_xact_lock($1, 0);
