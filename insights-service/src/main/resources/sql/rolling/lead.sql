-- Is this the one connection that rolls?
--
-- grain: one row
-- parameters: none
--
-- Held for as long as the connection lives, so that no roll begins on what it saw before another one
-- ended. The number is this project's name for the lock.

select pg_try_advisory_lock(7305014) as is_leading
