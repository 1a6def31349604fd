-- On whose photos does much of the liking come from a published set of suspects? (5c)
--
-- grain: one row a boosted user, the highest share first, then most likes
-- parameters:
--   $1 text              the set, as in insights.actors
--   $2 numeric           a boosted user gets at least this share of likes from suspects
--   $3 double precision  the same, or a little less

with compared as (
  select
    received.owner_id,
    received.likes,
    case $1::text
      when 'LIKED_SHARE' then received.liked_share_likes
      when 'DETECTOR' then received.detector_likes
      when 'CONFIRMED' then received.confirmed_likes
    end as suspects_likes
  from insights.received
  where received.likes > 0
  offset 0
),

-- binary numbers are quick, and leave few to the exact ones
near as materialized (
  select compared.owner_id, compared.likes, compared.suspects_likes
  from compared
  where compared.suspects_likes >= $3::double precision * compared.likes
)

select
  account.user_id,
  account.username,
  near.likes::bigint as likes,
  near.suspects_likes::bigint as suspects_likes,
  near.suspects_likes::double precision / near.likes as suspects_share
from near
join insights.account on account.user_id = near.owner_id
where near.suspects_likes >= $2::numeric * near.likes
  and account.created_at is not null
order by suspects_share desc, near.likes desc, account.user_id
