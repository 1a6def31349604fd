-- Which ids can new photos have? They are above all that are there. One that is used at the same time
-- turns out to be a duplicate, and is drawn again.
--
-- grain: one row an id
-- parameters:
--   $1 integer how many

with raised as (
  select setval('facts.photo_id', taken.last)
  from (select max(id) as last from facts.photos) as taken
  where taken.last >= (select last_value from facts.photo_id)
)
select nextval('facts.photo_id')
from (select count(*) from raised) as first
cross join generate_series(1, $1::integer);
