-- May this transaction be the one scoring run of the cluster? The lock goes with it.
--
-- grain: one row
-- parameters: none

select pg_try_advisory_xact_lock(hashtextextended('moderation.run', 0))
