-- On whose photos does much of the liking come from a published set of suspects? (5c)
--
-- grain: one row a boosted user, the highest share first, then most likes
-- parameters:
--   $1 text     the set, as in insights.actors
--   $2 numeric  a boosted user gets at least this share of likes from suspects
--
-- The cast stands in a query of its own, so that it is worked out once and not for each row.

with received as (
  select
    account.user_id,
    account.username,
    account.likes_received as likes,
    coalesce(suspect_owner.likes, 0) as suspects_likes
  from insights.account
  left join insights.suspect_owner
    on suspect_owner.suspects = (select $1::text::insights.actors)
    and suspect_owner.owner_id = account.user_id
  where account.likes_received > 0 and account.created_at is not null
)

select
  received.user_id,
  received.username,
  received.likes::bigint as likes,
  received.suspects_likes::bigint as suspects_likes,
  received.suspects_likes::double precision / received.likes as suspects_share
from received
-- binary numbers are quick, and leave few to the exact ones
where received.suspects_likes >= ($2::numeric::double precision - 0.000001) * received.likes
  and received.suspects_likes >= $2::numeric * received.likes
order by suspects_share desc, received.likes desc, received.user_id
