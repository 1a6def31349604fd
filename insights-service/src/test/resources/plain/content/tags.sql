-- Which tags are used most, and which get most likes?
--
-- grain: one row a tag name, by the order, unused ones too; tags that share a name are counted
--        together
-- parameters:
--   $1 text  LIKES: the most liked first; otherwise the most used

with liked as (
  select likes.photo_id, count(*) as likes
  from facts.likes
  group by likes.photo_id
)

select
  min(tags.id) as tag_id,
  tags.name,
  count(photo_tags.photo_id) as uses,
  coalesce(sum(liked.likes), 0)::bigint as likes
from facts.tags
left join facts.photo_tags on photo_tags.tag_id = tags.id
left join liked on liked.photo_id = photo_tags.photo_id
group by tags.name
order by
  case
    when $1::text = 'LIKES' then coalesce(sum(liked.likes), 0)
    else count(photo_tags.photo_id)
  end desc,
  tag_id
