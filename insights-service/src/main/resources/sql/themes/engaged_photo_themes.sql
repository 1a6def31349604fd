-- Which themes do the tags of highly engaged photos belong to? (3a, read as themes)
--
-- grain: one row a theme, the most used first, unused ones too
-- parameters:
--   $1 bigint[]  the photos, one entry for each tag that a photo has
--   $2 bigint[]  the tags
--
-- A tag whose name stands under several themes counts in each of them.

with tagged as (
  select used.photo_id, tag.name
  from unnest($1::bigint[], $2::bigint[]) as used (photo_id, tag_id)
  join insights.tag on tag.tag_id = used.tag_id
)

select
  tag_theme.theme,
  count(tagged.photo_id) as uses,
  count(distinct tagged.photo_id) as photos
from insights.tag_theme
left join tagged on tagged.name = tag_theme.tag
group by tag_theme.theme
order by uses desc, tag_theme.theme
