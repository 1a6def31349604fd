-- How often is a tag name used, and how does that compare?
--
-- grain: one row; none if no tag has the name
-- parameters:
--   $1 text  the name

with named as (
  select
    tag.name,
    array_agg(tag.tag_id order by tag.tag_id) as tag_ids,
    min(tag.created_at) as created_at,
    sum(tag.uses)::bigint as uses,
    sum(tag.likes)::bigint as likes
  from insights.tag
  group by tag.name
),

ranked as (
  select
    named.name,
    named.tag_ids,
    named.created_at,
    named.uses,
    named.likes,
    rank() over (order by named.uses desc) as rank_by_uses,
    rank() over (order by named.likes desc) as rank_by_likes
  from named
)

select
  ranked.name,
  ranked.tag_ids,
  ranked.created_at,
  ranked.uses,
  ranked.likes,
  ranked.likes::double precision / nullif(ranked.uses, 0) as likes_per_use,
  ranked.rank_by_uses,
  ranked.rank_by_likes,
  array(
    select tag_theme.theme
    from insights.tag_theme
    where tag_theme.tag = ranked.name
    order by tag_theme.theme
  ) as themes
from ranked
where ranked.name = $1::text
