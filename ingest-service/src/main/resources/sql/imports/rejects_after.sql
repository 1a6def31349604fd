-- Which rows of an import were refused?
--
-- grain: one row a refused row, in the body's order
-- parameters:
--   $1 bigint import
--   $2 bigint line after which to go on
--   $3 integer rows at most

select line, code, reason, original
from facts.reject
where import_id = $1 and line > $2
order by line
limit $3;
