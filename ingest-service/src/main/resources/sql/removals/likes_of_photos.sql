-- Which likes do these photos have?
--
-- grain: one row each, its key
-- parameters:
--   $1 bigint[] photos
--   $2 integer rows at most

select photo_id, user_id
from facts.likes
where photo_id = any ($1)
limit $2;
