-- At which position can all be read that was committed until now? The last one that has ended: every
-- transaction that this snapshot sees is not above it. (One more would be a transaction that may not
-- come for a long time.)
--
-- grain: one row
-- parameters: none

select pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1;
