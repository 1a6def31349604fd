-- How far is each part of this import?
--
-- grain: one row a part that has begun
-- parameters:
--   $1 bigint import

select part, chunk, digest
from facts.import_part
where import_id = $1;
