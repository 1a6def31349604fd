-- Which tags have these names? Names repeat; the tag with the lowest id is the one that is used.
--
-- grain: one row a name that there is
-- parameters:
--   $1 text[] names

select name, min(id)
from facts.tags
where name = any ($1)
group by name;
