-- Which of these photos are removed from here on, and were not before?
--
-- grain: one row each that was not
-- parameters:
--   $1 bigint[] photos

insert into facts.removal (target, id)
select 'PHOTO', given.id
from unnest($1::bigint[]) as given (id)
order by given.id
on conflict do nothing;
