-- Question:   which of these photos exist, and since when?
-- Grain:      one row an existing photo
-- Parameters: $1 bigint[] ids of photos
select id, created_at
from facts.photos
where id = any ($1);
