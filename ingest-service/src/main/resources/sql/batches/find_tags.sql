-- Which of these tags exist, and since when?
--
-- grain: one row an existing tag
-- parameters:
--   $1 bigint[] ids of tags

select id, created_at
from facts.tags
where id = any ($1);
