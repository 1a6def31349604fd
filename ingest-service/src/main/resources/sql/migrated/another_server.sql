-- Do the numbers of transactions come from another server? They are renewed then.
--
-- grain: one batch; with them the positions and removals that have such numbers
-- parameters: none
--
-- Run after every migration, by the migrator. A dump that is loaded into a new server brings numbers
-- that mean nothing there: new batches would have lower ones than those that insights-service has
-- seen, and never be rolled up; positions would never be reached; and removals would wait for
-- transactions that do not come. Every visible transaction of this server is below
-- pg_snapshot_xmax(pg_current_snapshot()), so what is not gets the number of this one, as V4 did with
-- what was there then. Where a dump meets a server that is further than the old one was, its numbers
-- lie in the past, which is right for all of them. Where nothing was loaded this costs a look into
-- an index, and one through the imports.

with imports as (
  update facts.import
  set position = pg_current_xact_id()::text::bigint
  where position >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
),

requests as (
  update facts.request
  set answer = answer || jsonb_build_object('position', pg_current_xact_id()::text::bigint)
  where
    exists (select from facts.batch where xid >= pg_snapshot_xmax(pg_current_snapshot()))
    and (answer ->> 'position')::bigint >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
),

-- whoever may not have seen the removal has ended with the other server
removals as (
  update facts.removal
  set barrier = pg_current_xact_id()
  where finished_at is null and barrier >= pg_snapshot_xmax(pg_current_snapshot())
)

update facts.batch
set xid = pg_current_xact_id()
where xid >= pg_snapshot_xmax(pg_current_snapshot());
