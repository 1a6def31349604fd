-- Who follows these accounts?
--
-- grain: one row a follow, its key
-- parameters:
--   $1 bigint[] accounts
--   $2 integer rows at most

select followee_id, follower_id
from facts.follows
where followee_id = any ($1)
limit $2;
