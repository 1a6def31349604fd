-- Which tags do these photos have?
--
-- grain: one row each, its key
-- parameters:
--   $1 bigint[] photos
--   $2 integer rows at most

select photo_id, tag_id
from facts.photo_tags
where photo_id = any ($1)
limit $2;
