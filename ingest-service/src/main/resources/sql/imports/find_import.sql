-- Which import has this key?
--
-- grain: one row
-- parameters:
--   $1 text who sends it
--   $2 text kind
--   $3 text key

select id
from facts.import
where caller = $1 and kind = $2 and key = $3;
