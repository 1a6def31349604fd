-- Which lines of an import were refused?
--
-- grain: one row a refused line, in the file's order
-- parameters:
--   $1 bigint import
--   $2 bigint line after which to go on
--   $3 integer rows at most

select line, code, reason
from facts.reject
where import_id = $1 and line > $2
order by line
limit $3;
