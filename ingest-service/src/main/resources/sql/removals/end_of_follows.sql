-- Where does a range of follows end that has so many of them?
--
-- grain: one row, or none if that is the end of all
-- parameters:
--   $1 bigint followee_id before the range
--   $2 integer rows of the range, or a few more: all of a followee_id are in the same one

select followee_id
from facts.follows
where followee_id > $1
order by followee_id
offset $2
limit 1;
