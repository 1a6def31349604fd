-- Which of these are removed by this request, and not by one before it?
--
-- grain: one row each of these
-- parameters:
--   $1 text ACCOUNT or PHOTO
--   $2 bigint[] ids

insert into facts.removal (target, id)
select $1::text, given.id
from unnest($2::bigint[]) as given (id)
order by given.id
on conflict do nothing
returning id;
