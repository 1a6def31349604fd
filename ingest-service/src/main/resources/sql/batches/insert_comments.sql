-- Which of these rows are new? (They are there when this has run.)
--
-- grain: one row a new row, its key; rows whose key (photo_id, id) is there already stay as they are
-- parameters:
--   $1 bigint[] photo_id
--   $2 bigint[] id
--   $3 bigint[] user_id
--   $4 text[] comment_text
--   $5 timestamptz[] created_at
--   $6 bigint batch

insert into facts.comments (photo_id, id, user_id, comment_text, created_at, batch_id)
select given.photo_id, given.id, given.user_id, given.comment_text, given.created_at, $6
from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[]) as given (photo_id, id, user_id, comment_text, created_at)
on conflict do nothing
returning photo_id, id;
