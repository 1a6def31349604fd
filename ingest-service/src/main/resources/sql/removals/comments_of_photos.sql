-- Which comments do these photos have?
--
-- grain: one row each, its key
-- parameters:
--   $1 bigint[] photos
--   $2 integer rows at most

select photo_id, id
from facts.comments
where photo_id = any ($1)
limit $2;
