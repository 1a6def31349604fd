-- Which of these rows are new? (They are there when this has run.)
--
-- grain: one row a new row, its key; rows whose key (id) is there already stay as they are
-- parameters:
--   $1 bigint[] id
--   $2 text[] username
--   $3 timestamptz[] created_at
--   $4 bigint batch

insert into facts.users (id, username, created_at, batch_id)
select given.id, given.username, given.created_at, $4
from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as given (id, username, created_at)
on conflict do nothing
returning id;
