-- In which rings are accounts?
--
-- grain: one row an account that is in a ring of the run
-- parameters:
--   $1 the runs
--   $2 the accounts, one a run

with wanted as (
  select distinct wanted.run_id, wanted.user_id
  from unnest($1::bigint[], $2::bigint[]) as wanted (run_id, user_id)
)
select
  wanted.user_id, ring.run_id, ring.ring, ring.members, ring.photos, ring.follows, ring.first_at,
  ring.last_at
from wanted
join moderation.ring_member
  on ring_member.run_id = wanted.run_id and ring_member.user_id = wanted.user_id
join moderation.ring on ring.run_id = ring_member.run_id and ring.ring = ring_member.ring
order by ring.run_id, wanted.user_id
