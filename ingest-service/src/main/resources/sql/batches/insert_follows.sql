-- Which of these rows are new? (They are there when this has run.)
--
-- grain: one row a new row, its key; rows whose key (followee_id, follower_id) is there already stay as they are
-- parameters:
--   $1 bigint[] followee_id
--   $2 bigint[] follower_id
--   $3 timestamptz[] created_at
--   $4 bigint batch

insert into facts.follows (followee_id, follower_id, created_at, batch_id)
select given.followee_id, given.follower_id, given.created_at, $4
from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as given (followee_id, follower_id, created_at)
on conflict do nothing
returning followee_id, follower_id;
