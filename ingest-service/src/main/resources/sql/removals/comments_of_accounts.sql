-- Which comments of this range are by these accounts?
--
-- grain: one row each, its key
-- parameters:
--   $1 bigint[] accounts
--   $2 bigint photo_id before the range
--   $3 bigint photo_id at its end
--   $4 integer rows at most

select photo_id, id
from facts.comments
where photo_id > $2 and photo_id <= $3 and user_id = any ($1)
limit $4;
