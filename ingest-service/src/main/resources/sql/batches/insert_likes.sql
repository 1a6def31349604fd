-- Which of these rows are new? (They are there when this has run.)
--
-- grain: one row a new row, its key; rows whose key (photo_id, user_id) is there already stay as they are
-- parameters:
--   $1 bigint[] photo_id
--   $2 bigint[] user_id
--   $3 timestamptz[] created_at
--   $4 bigint batch

insert into facts.likes (photo_id, user_id, created_at, batch_id)
select given.photo_id, given.user_id, given.created_at, $4
from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as given (photo_id, user_id, created_at)
on conflict do nothing
returning photo_id, user_id;
