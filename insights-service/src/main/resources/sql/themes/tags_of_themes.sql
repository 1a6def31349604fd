-- Which tags does each theme stand for?
--
-- grain: one row a theme, by name, with the ids of the tags that it names; none if there are none
-- parameters: none

select
  tag_theme.theme,
  coalesce(array_agg(tag.tag_id) filter (where tag.tag_id is not null), '{}') as tag_ids
from insights.tag_theme
left join insights.tag on tag.name = tag_theme.tag
group by tag_theme.theme
order by tag_theme.theme
