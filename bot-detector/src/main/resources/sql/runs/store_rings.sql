-- Which accounts act together, and on whom does that fall?
--
-- grain: one member of a ring that is stored
-- parameters:
--   ?1 the run
--   ?2 JSON text: an array of objects with ring, photos, follows, first_at, last_at, members (ids)
--      and boosted, the last an array of objects with owner_id, photos, from_ring, received, at_least

with found as (
  select
    found.ring, found.members, found.photos, found.follows, found.first_at, found.last_at,
    found.boosted
  from
    jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
      as found (
        ring integer, members jsonb, photos integer, follows integer, first_at timestamptz,
        last_at timestamptz, boosted jsonb)
),
rings as (
  insert into moderation.ring (run_id, ring, members, photos, follows, first_at, last_at)
  select
    ?1, found.ring, jsonb_array_length(found.members), found.photos, found.follows,
    found.first_at, found.last_at
  from found
  order by found.ring
),
owners as (
  insert into moderation.ring_owner
    (run_id, ring, owner_id, photos, from_ring, received, at_least)
  select
    ?1, found.ring, boosted.owner_id, boosted.photos, boosted.from_ring, boosted.received,
    boosted.at_least
  from found
  cross join lateral
    jsonb_to_recordset(found.boosted)
      as boosted (
        owner_id bigint, photos integer, from_ring integer, received integer, at_least numeric)
  order by found.ring, boosted.owner_id
)
insert into moderation.ring_member (run_id, user_id, ring)
select ?1, cast(member.id as bigint), found.ring
from found
cross join lateral jsonb_array_elements_text(found.members) as member (id)
order by 2
