-- Which of these likes were there? (They are gone when this has run, and what roll-ups need of
-- them is kept.)
--
-- grain: one row each that was there, its key
-- parameters:
--   $1 bigint[] photo_id
--   $2 bigint[] user_id
--   $3 bigint batch

with gone as (
  delete from facts.likes
  using unnest($1::bigint[], $2::bigint[]) as given (photo_id, user_id)
  where likes.photo_id = given.photo_id and likes.user_id = given.user_id
  returning likes.photo_id, likes.user_id, likes.created_at, likes.batch_id
)
insert into facts.retraction
  (fact, subject_id, object_id, user_id, owner_id, created_at, origin_batch_id, batch_id)
select
  'LIKES',
  gone.photo_id,
  gone.user_id,
  gone.user_id,
  photos.owner_id,
  gone.created_at,
  gone.batch_id,
  $3
from gone
left join facts.photos on photos.id = gone.photo_id
returning subject_id, object_id;
