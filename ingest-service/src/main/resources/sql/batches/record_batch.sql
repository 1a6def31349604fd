-- What did this batch bring and take away? Written in the batch's own transaction.
--
-- grain: one row a batch
-- parameters:
--   $1 bigint batch
--   $2 bigint import, or null
--   $3 bigint[] rows inserted: users, photos, tags, photo_tags, follows, likes, comments
--   $4 integer rows taken away

insert into facts.batch
  (id, import_id, users, photos, tags, photo_tags, follows, likes, comments, retractions)
select
  $1::bigint,
  $2::bigint,
  given.inserted[1],
  given.inserted[2],
  given.inserted[3],
  given.inserted[4],
  given.inserted[5],
  given.inserted[6],
  given.inserted[7],
  $4::integer
from (select $3::bigint[] as inserted) as given;
