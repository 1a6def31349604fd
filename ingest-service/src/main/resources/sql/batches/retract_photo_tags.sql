-- Which of these tags of photos were there? (They are gone when this has run, and what roll-ups need of
-- them is kept.)
--
-- grain: one row each that was there, its key
-- parameters:
--   $1 bigint[] photo_id
--   $2 bigint[] tag_id
--   $3 bigint batch

with gone as (
  delete from facts.photo_tags
  using unnest($1::bigint[], $2::bigint[]) as given (photo_id, tag_id)
  where photo_tags.photo_id = given.photo_id and photo_tags.tag_id = given.tag_id
  returning photo_tags.photo_id, photo_tags.tag_id, photo_tags.batch_id
)
insert into facts.retraction
  (fact, subject_id, object_id, user_id, owner_id, created_at, origin_batch_id, batch_id)
select
  'PHOTO_TAGS',
  gone.photo_id,
  gone.tag_id,
  null::bigint,
  photos.owner_id,
  null::timestamptz,
  gone.batch_id,
  $3
from gone
left join facts.photos on photos.id = gone.photo_id
returning subject_id, object_id;
