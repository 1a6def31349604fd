-- Which of these users exist, and since when?
--
-- grain: one row an existing user
-- parameters:
--   $1 bigint[] ids of users

select id, created_at
from facts.users
where id = any ($1);
