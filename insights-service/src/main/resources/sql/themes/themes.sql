-- Which tags belong to which theme?
--
-- grain: one row a theme, by name, with its tags by name
-- parameters: none

select tag_theme.theme, array_agg(tag_theme.tag order by tag_theme.tag) as tags
from insights.tag_theme
group by tag_theme.theme
order by tag_theme.theme
