-- Who are the suspected bots, and how much of the network are they? (5)
--
-- grain: one row a suspected bot, most likes first; a single row without a user if there is none
-- parameters:
--   $1 bigint[]  the suspects

with suspect as (
  select account.user_id, account.username, account.likes
  from insights.account
  where account.user_id = any ($1::bigint[]) and account.created_at is not null
)

select
  suspect.user_id,
  suspect.username,
  suspect.likes::bigint as likes,
  coalesce(suspect.likes::double precision / nullif(network.photos, 0), 0) as liked_share,
  count(suspect.user_id) over ()::double precision / nullif(network.users, 0) as share_of_users,
  coalesce(sum(suspect.likes) over (), 0)::bigint as suspects_likes,
  coalesce(sum(suspect.likes) over (), 0)::double precision / nullif(network.likes, 0)
    as share_of_likes
from insights.network
left join suspect on true
order by suspect.likes desc, suspect.user_id
