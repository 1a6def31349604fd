-- Which of these requests were answered before?
--
-- grain: one row an answered one
-- parameters:
--   $1 text[] callers
--   $2 text[] operations
--   $3 text[] keys

select request.caller, request.operation, request.key, request.fingerprint, request.answer::text
from unnest($1::text[], $2::text[], $3::text[]) as given (caller, operation, key)
join facts.request using (caller, operation, key);
