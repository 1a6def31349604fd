-- Which photos do these accounts have?
--
-- grain: one row a photo
-- parameters:
--   $1 bigint[] accounts
--   $2 integer rows at most

select id
from facts.photos
where owner_id = any ($1)
limit $2;
