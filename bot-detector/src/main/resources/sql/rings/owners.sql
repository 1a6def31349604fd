-- On whom did a ring's likes, comments and follows fall?
--
-- grain: one row an owner, those who got most from the ring first
-- parameters:
--   $1 the runs
--   $2 the numbers of the rings, one a run

with wanted as (
  select distinct wanted.run_id, wanted.ring
  from unnest($1::bigint[], $2::integer[]) as wanted (run_id, ring)
)
select
  wanted.run_id, wanted.ring, ring_owner.owner_id, ring_owner.photos, ring_owner.from_ring,
  ring_owner.received, ring_owner.at_least, ring_member.user_id is not null as is_member
from wanted
join moderation.ring_owner
  on ring_owner.run_id = wanted.run_id and ring_owner.ring = wanted.ring
left join moderation.ring_member
  on ring_member.run_id = wanted.run_id
  and ring_member.user_id = ring_owner.owner_id
  and ring_member.ring = wanted.ring
order by wanted.run_id, wanted.ring, ring_owner.from_ring desc, ring_owner.owner_id
