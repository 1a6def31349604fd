-- Which of these photos were there? (They are gone when this has run, and what roll-ups need of
-- them is kept.)
--
-- grain: one row each that was there, its key
-- parameters:
--   $1 bigint[] id
--   $2 bigint[] zeros, as many
--   $3 bigint batch

with gone as (
  delete from facts.photos
  using unnest($1::bigint[], $2::bigint[]) as given (id, nothing)
  where photos.id = given.id
  returning photos.id, photos.owner_id, photos.created_at, photos.batch_id
)
insert into facts.retraction
  (fact, subject_id, object_id, user_id, owner_id, created_at, origin_batch_id, batch_id)
select
  'PHOTOS',
  gone.id,
  0,
  gone.owner_id,
  gone.owner_id,
  gone.created_at,
  gone.batch_id,
  $3
from gone
returning subject_id, object_id;
