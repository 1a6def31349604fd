-- What was removed after one removal, up to another?
--
-- grain: one row a removal
-- parameters:
--   $1 bigint number of the one before
--   $2 bigint number of the last one
--   $3 integer rows at most

select target, id
from facts.removal
where number > $1 and number <= $2
order by number
limit $3;
