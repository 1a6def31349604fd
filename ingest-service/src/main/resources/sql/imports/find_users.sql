-- Question:   which of these users exist, and since when?
-- Grain:      one row an existing user
-- Parameters: $1 bigint[] ids of users
select id, created_at
from facts.users
where id = any ($1);
