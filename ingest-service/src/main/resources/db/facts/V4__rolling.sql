-- What follows the facts batch by batch finds the new batches and their rows, and a sender learns
-- from when on what he wrote can be read there.

-- A batch's id has gaps and no order: a later one can be committed first, and one that is missing may
-- still come. The number of its transaction says more: all batches below
-- pg_snapshot_xmin(pg_current_snapshot()) are visible or will never be, so whoever has taken those
-- need not look below that again, and finding new ones costs in the new ones only. Batches that are
-- there get the number of this migration: whoever follows by it has seen none of them.
--
-- The numbers are those of this PostgreSQL: a dump that is loaded into another one brings batches
-- whose numbers mean nothing there.
alter table facts.batch
  add column xid xid8 not null default pg_current_xact_id();

create index batch_xid on facts.batch (xid);

-- The rows of a batch. The keys ascend and each stands in many rows, so a row goes to the right-most
-- page, which is in memory, and equal keys are kept once: cheap beside the primary key.
create index users_batch on facts.users (batch_id);
create index photos_batch on facts.photos (batch_id);
create index tags_batch on facts.tags (batch_id);
create index photo_tags_batch on facts.photo_tags (batch_id);
create index likes_batch on facts.likes (batch_id);
create index comments_batch on facts.comments (batch_id);
create index follows_batch on facts.follows (batch_id);

-- Whoever follows the batches has all of an import once he has all batches whose xid is at most this
-- number; null until the import is completed. What is in already carries the number of this
-- migration, as its batches do.
alter table facts.import
  add column position bigint,
  add constraint import_position_if_completed check (position is null or state = 'COMPLETED');

update facts.import
set position = pg_current_xact_id()::text::bigint
where state = 'COMPLETED';

-- The same for writes that can be sent again. A removal has none: what it removes goes later.
update facts.request
set answer = answer || jsonb_build_object('position', pg_current_xact_id()::text::bigint)
where operation not in ('REMOVE_PHOTO', 'ERASE_ACCOUNT');
