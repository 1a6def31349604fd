-- Question:   which of these tags exist, and since when?
-- Grain:      one row an existing tag
-- Parameters: $1 bigint[] ids of tags
select id, created_at
from facts.tags
where id = any ($1);
