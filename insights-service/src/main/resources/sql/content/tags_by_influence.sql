-- Which tags do influencers use, and which does everyone else? (4a)
--
-- grain: one row a tag name that is used, by the order; tags that share a name are counted together
-- parameters:
--   $1 bigint[]  the influencers
--   $2 boolean   true: on the influencers' photos; false: on everyone else's
--   $3 text      LIKES: the most liked first; otherwise the most used

with influencers_tag as (
  select used.tag_id, count(*) as uses, sum(photo.likes) as likes
  from insights.photo
  cross join lateral unnest(photo.tag_ids) as used (tag_id)
  where photo.owner_id = any ($1::bigint[])
  group by used.tag_id
),

counted as (
  select
    tag.tag_id,
    tag.name,
    case
      when $2::boolean then coalesce(influencers_tag.uses, 0)
      else tag.uses - coalesce(influencers_tag.uses, 0)
    end as uses,
    case
      when $2::boolean then coalesce(influencers_tag.likes, 0)
      else tag.likes - coalesce(influencers_tag.likes, 0)
    end as likes
  from insights.tag
  left join influencers_tag on influencers_tag.tag_id = tag.tag_id
)

select
  min(counted.tag_id) as tag_id,
  counted.name,
  sum(counted.uses)::bigint as uses,
  sum(counted.likes)::bigint as likes
from counted
where counted.uses > 0
group by counted.name
order by case when $3::text = 'LIKES' then sum(counted.likes) else sum(counted.uses) end desc, tag_id
