-- When was this removed, and since when is nothing left of it?
--
-- grain: at most one row
-- parameters:
--   $1 text ACCOUNT or PHOTO
--   $2 bigint id

select requested_at, finished_at
from facts.removal
where target = $1 and id = $2;
