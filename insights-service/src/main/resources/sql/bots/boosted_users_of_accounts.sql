-- On whose photos does much of the liking come from suspects? (5c)
--
-- grain: one row a boosted user, the highest share first, then most likes
-- parameters:
--   $1 bigint[]  the suspects, or everyone else
--   $2 boolean   whether it is everyone else
--   $3 numeric   a boosted user gets at least this share of likes from suspects

with given as (
  select photo.owner_id, count(*) as likes
  from insights.action
  join insights.photo on photo.photo_id = action.subject_id
  where action.user_id = any ($1::bigint[]) and action.kind = 'LIKES'
  group by photo.owner_id
),

received as (
  select
    account.user_id,
    account.username,
    account.likes_received as likes,
    case
      when $2::boolean then account.likes_received - coalesce(given.likes, 0)
      else coalesce(given.likes, 0)
    end as suspects_likes
  from insights.account
  left join given on given.owner_id = account.user_id
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
where received.suspects_likes >= ($3::numeric::double precision - 0.000001) * received.likes
  and received.suspects_likes >= $3::numeric * received.likes
order by suspects_share desc, received.likes desc, received.user_id
