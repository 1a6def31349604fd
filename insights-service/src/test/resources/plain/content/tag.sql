-- How often is a tag name used, and how does that compare?
--
-- grain: one row; none if no tag has the name
-- parameters:
--   $1 text  the name

with liked as (
  select likes.photo_id, count(*) as likes
  from facts.likes
  group by likes.photo_id
),

used as (
  select
    tags.name,
    count(photo_tags.photo_id) as uses,
    coalesce(sum(liked.likes), 0)::bigint as likes
  from facts.tags
  left join facts.photo_tags on photo_tags.tag_id = tags.id
  left join liked on liked.photo_id = photo_tags.photo_id
  group by tags.name
),

asked as (
  select used.name, used.uses, used.likes
  from used
  where used.name = $1::text
)

select
  asked.name,
  array(select tags.id from facts.tags where tags.name = asked.name order by tags.id) as tag_ids,
  (select min(tags.created_at) from facts.tags where tags.name = asked.name) as created_at,
  asked.uses,
  asked.likes,
  asked.likes::double precision / nullif(asked.uses, 0) as likes_per_use,
  1 + (select count(*) from used where used.uses > asked.uses) as rank_by_uses,
  1 + (select count(*) from used where used.likes > asked.likes) as rank_by_likes,
  array(
    select tag_theme.theme
    from insights.tag_theme
    where tag_theme.tag = asked.name
    order by tag_theme.theme
  ) as themes
from asked
