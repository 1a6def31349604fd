-- Which tags do influencers use, and which does everyone else? (4a)
--
-- grain: one row a tag name, by the order; tags that share a name are counted together
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first
--   $3 boolean  true: on the influencers' photos; false: on everyone else's
--   $4 text     LIKES: the most liked first; otherwise the most used

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

liked as (
  select likes.photo_id, count(*) as likes
  from facts.likes
  group by likes.photo_id
)

select
  min(tags.id) as tag_id,
  tags.name,
  count(*) as uses,
  sum(coalesce(liked.likes, 0))::bigint as likes
from facts.photos
join facts.photo_tags on photo_tags.photo_id = photos.id
join facts.tags on tags.id = photo_tags.tag_id
left join liked on liked.photo_id = photos.id
where (photos.owner_id in (select influencer.user_id from influencer)) = $3::boolean
group by tags.name
order by
  case when $4::text = 'LIKES' then sum(coalesce(liked.likes, 0)) else count(*) end desc, tag_id
