-- Who has liked so many photos that it must be a bot, and how much of all likes is that? (5)
--
-- grain: one row a suspected bot, most likes first; a single row without a user if there is none
-- parameters:
--   $1 numeric  a suspected bot liked at least this share of all photos

with suspect as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
  having count(*) >= $1::numeric * (select count(*) from facts.photos)
),

network as (
  select
    (select count(*) from facts.users) as users,
    (select count(*) from facts.photos) as photos,
    (select count(*) from facts.likes) as likes
)

select
  users.id as user_id,
  users.username,
  suspect.likes,
  suspect.likes::double precision / network.photos as liked_share,
  count(users.id) over ()::double precision / nullif(network.users, 0) as share_of_users,
  coalesce(sum(suspect.likes) over (), 0)::bigint as suspects_likes,
  (coalesce(sum(suspect.likes) over (), 0) / nullif(network.likes, 0))::double precision
    as share_of_likes
from network
left join (suspect join facts.users on users.id = suspect.user_id) on true
order by suspect.likes desc, users.id
