-- Where does a range of likes end that has so many of them?
--
-- grain: one row, or none if that is the end of all
-- parameters:
--   $1 bigint photo_id before the range
--   $2 integer rows of the range, or a few more: all of a photo_id are in the same one

select photo_id
from facts.likes
where photo_id > $1
order by photo_id
offset $2
limit 1;
