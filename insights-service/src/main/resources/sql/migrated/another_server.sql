-- Does the horizon come from another server? Then each batch is looked at once more.
--
-- grain: one row, if it does
-- parameters: none
--
-- Run after every migration, by the migrator. A dump that is loaded into a new server brings a horizon
-- above the transactions there; new batches would lie below it and never be rolled up.
-- insights.rolled_batch tells which batches are in.

update insights.roll_up
set horizon = '0'
where horizon > pg_snapshot_xmax(pg_current_snapshot())
