-- Which follows of this range are by these accounts?
--
-- grain: one row each, its key
-- parameters:
--   $1 bigint[] accounts
--   $2 bigint followee_id before the range
--   $3 bigint followee_id at its end
--   $4 integer rows at most

select followee_id, follower_id
from facts.follows
where followee_id > $2 and followee_id <= $3 and follower_id = any ($1)
limit $4;
