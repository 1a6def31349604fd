-- Which tags do influencers use, and which does everyone else? (4a)
--
-- grain: one row a tag name, the most used first; tags that share a name are counted together
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first
--   $3 boolean  true: on the influencers' photos; false: on everyone else's

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
)

select
  min(tags.id) as tag_id,
  tags.name,
  count(*) as uses
from facts.photos
join facts.photo_tags on photo_tags.photo_id = photos.id
join facts.tags on tags.id = photo_tags.tag_id
where (photos.owner_id in (select influencer.user_id from influencer)) = $3::boolean
group by tags.name
order by uses desc, tag_id
