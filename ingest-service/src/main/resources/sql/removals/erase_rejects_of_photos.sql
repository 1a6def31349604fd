-- How many refused rows about these photos still hold what was sent? (They do not any more.)
--
-- grain: one row a refused row
-- parameters:
--   $1 bigint[] photos
--   $2 integer rows at most

update facts.reject
set original = ''
where (import_id, line) in (
  select import_id, line
  from facts.reject
  where photo_ids && $1::bigint[] and original <> ''
  limit $2
);
