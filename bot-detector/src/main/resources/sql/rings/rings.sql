-- Which accounts act together?
--
-- grain: one row a ring of one run, the largest first, each with the number of all its rings; that
--   number alone if the page is empty
-- parameters:
--   $1 the run, null for the latest
--   $2 members of the ring to go on behind, null from the start on
--   $3 number of that ring, null from the start on
--   $4 rows at most

with asked as (
  select coalesce($1::bigint, max(run.id)) as run_id
  from moderation.run
),
total as (
  select count(*) as total_count
  from moderation.ring
  join asked on asked.run_id = ring.run_id
),
page as (
  select
    ring.run_id, ring.ring, ring.members, ring.photos, ring.follows, ring.first_at, ring.last_at
  from moderation.ring
  join asked on asked.run_id = ring.run_id
  where
    $2::integer is null
    or ring.members < $2
    or ring.members = $2 and ring.ring > $3::integer
  order by ring.members desc, ring.ring
  limit $4
)
select
  total.total_count, page.run_id, page.ring, page.members, page.photos, page.follows,
  page.first_at, page.last_at
from total
left join page on true
order by page.members desc, page.ring
