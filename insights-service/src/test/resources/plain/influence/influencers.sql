-- Who is followed most? (4)
--
-- grain: one row an influencer, most followed first; a single row without a user if there is none
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first

with follower as (
  select follows.followee_id as user_id, count(*) as followers
  from facts.follows
  group by follows.followee_id
),

influencer as (
  select follower.user_id, follower.followers
  from follower
  where $2::integer is not null
    or follower.followers > $1::numeric * (select count(*) from facts.users)
  order by follower.followers desc, follower.user_id
  limit $2::integer
),

network as (
  select count(*) as users from facts.users
)

select
  users.id as user_id,
  users.username,
  influencer.followers,
  influencer.followers::double precision / network.users as follower_share,
  count(users.id) over ()::double precision / nullif(network.users, 0) as share_of_users
from network
left join (influencer join facts.users on users.id = influencer.user_id) on true
order by influencer.followers desc, users.id
