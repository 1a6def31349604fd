-- Which of these photos exist, and since when?
--
-- grain: one row an existing photo
-- parameters:
--   $1 bigint[] ids of photos

select id, created_at
from facts.photos
where id = any ($1);
