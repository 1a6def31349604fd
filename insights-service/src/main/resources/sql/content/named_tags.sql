-- What are tags called of which something was counted?
--
-- grain: one row a tag name, by the order; tags that share a name are counted together
-- parameters:
--   $1 bigint[]  the tags
--   $2 bigint[]  the uses of each
--   $3 bigint[]  the likes of each
--   $4 text      LIKES: the most liked first; otherwise the most used

select
  min(tag.tag_id) as tag_id,
  tag.name,
  sum(counted.uses)::bigint as uses,
  sum(counted.likes)::bigint as likes
from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as counted (tag_id, uses, likes)
join insights.tag on tag.tag_id = counted.tag_id
group by tag.name
order by case when $4::text = 'LIKES' then sum(counted.likes) else sum(counted.uses) end desc, tag_id
