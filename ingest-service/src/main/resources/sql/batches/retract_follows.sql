-- Which of these follows were there? (They are gone when this has run, and what roll-ups need of
-- them is kept.)
--
-- grain: one row each that was there, its key
-- parameters:
--   $1 bigint[] followee_id
--   $2 bigint[] follower_id
--   $3 bigint batch

with gone as (
  delete from facts.follows
  using unnest($1::bigint[], $2::bigint[]) as given (followee_id, follower_id)
  where follows.followee_id = given.followee_id and follows.follower_id = given.follower_id
  returning follows.followee_id, follows.follower_id, follows.created_at, follows.batch_id
)
insert into facts.retraction
  (fact, subject_id, object_id, user_id, owner_id, created_at, origin_batch_id, batch_id)
select
  'FOLLOWS',
  gone.followee_id,
  gone.follower_id,
  gone.follower_id,
  null::bigint,
  gone.created_at,
  gone.batch_id,
  $3
from gone
returning subject_id, object_id;
