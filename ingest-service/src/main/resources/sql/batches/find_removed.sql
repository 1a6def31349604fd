-- Which of these accounts or photos were removed?
--
-- grain: one row a removed one
-- parameters:
--   $1 text ACCOUNT or PHOTO
--   $2 bigint[] ids

select id
from facts.removal
where target = $1 and id = any ($2);
