-- Which of these comments were there? (They are gone when this has run, and what roll-ups need of
-- them is kept.)
--
-- grain: one row each that was there, its key
-- parameters:
--   $1 bigint[] photo_id
--   $2 bigint[] id
--   $3 bigint batch

with gone as (
  delete from facts.comments
  using unnest($1::bigint[], $2::bigint[]) as given (photo_id, id)
  where comments.photo_id = given.photo_id and comments.id = given.id
  returning comments.photo_id, comments.id, comments.user_id, comments.created_at, comments.batch_id
)
insert into facts.retraction
  (fact, subject_id, object_id, user_id, owner_id, created_at, origin_batch_id, batch_id)
select
  'COMMENTS',
  gone.photo_id,
  gone.id,
  gone.user_id,
  photos.owner_id,
  gone.created_at,
  gone.batch_id,
  $3
from gone
left join facts.photos on photos.id = gone.photo_id
returning subject_id, object_id;
