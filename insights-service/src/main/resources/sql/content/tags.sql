-- Which tags are used most, and which get most likes?
--
-- grain: one row a tag name, by the order, unused ones too; tags that share a name are counted
--        together
-- parameters:
--   $1 text  LIKES: the most liked first; otherwise the most used

select
  min(tag.tag_id) as tag_id,
  tag.name,
  sum(tag.uses)::bigint as uses,
  sum(tag.likes)::bigint as likes
from insights.tag
group by tag.name
order by case when $1::text = 'LIKES' then sum(tag.likes) else sum(tag.uses) end desc, tag_id
