-- Who is in a ring?
--
-- grain: one row a member, at most 100 a ring: the highest scores first, then by id
-- parameters:
--   $1 the runs
--   $2 the numbers of the rings, one a run

with wanted as (
  select distinct wanted.run_id, wanted.ring
  from unnest($1::bigint[], $2::integer[]) as wanted (run_id, ring)
)
select wanted.run_id, wanted.ring, member.user_id, member.score
from wanted
cross join lateral (
  select ring_member.user_id, score.score
  from moderation.ring_member
  left join moderation.score
    on score.run_id = ring_member.run_id and score.user_id = ring_member.user_id
  where ring_member.run_id = wanted.run_id and ring_member.ring = wanted.ring
  order by score.score desc nulls last, ring_member.user_id
  limit 100
) as member
order by wanted.run_id, wanted.ring, member.score desc nulls last, member.user_id
