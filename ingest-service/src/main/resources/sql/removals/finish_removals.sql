-- Of which of these is nothing left?
--
-- grain: one row each
-- parameters:
--   $1 text ACCOUNT or PHOTO
--   $2 bigint[] ids

update facts.removal
set finished_at = now()
where target = $1 and id = any ($2);
