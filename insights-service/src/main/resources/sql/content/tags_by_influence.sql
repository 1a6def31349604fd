-- Which tags do influencers use, and which does everyone else? (4a)
--
-- grain: one row a tag name that is used; tags that share a name are counted together
-- parameters:
--   $1 bigint[]  the influencers
--
-- The id of a name is the lowest among those that are used, by influencers or by the others.

with used as (
  select unnest(photo.tag_ids) as tag_id, photo.likes
  from insights.photo
  where photo.owner_id = any ($1::bigint[])
),

influencers_tag as (
  select used.tag_id, count(*) as uses, sum(used.likes) as likes
  from used
  group by used.tag_id
),

counted as (
  select
    tag.tag_id,
    tag.name,
    coalesce(influencers_tag.uses, 0) as uses,
    coalesce(influencers_tag.likes, 0) as likes,
    tag.uses - coalesce(influencers_tag.uses, 0) as others_uses,
    tag.likes - coalesce(influencers_tag.likes, 0) as others_likes
  from insights.tag
  left join influencers_tag on influencers_tag.tag_id = tag.tag_id
  where tag.uses > 0
)

select
  counted.name,
  min(counted.tag_id) filter (where counted.uses > 0) as tag_id,
  sum(counted.uses)::bigint as uses,
  sum(counted.likes)::bigint as likes,
  min(counted.tag_id) filter (where counted.others_uses > 0) as others_tag_id,
  sum(counted.others_uses)::bigint as others_uses,
  sum(counted.others_likes)::bigint as others_likes
from counted
group by counted.name
order by counted.name
