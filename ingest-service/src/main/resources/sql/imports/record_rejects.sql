-- Which lines were refused, and why? Written in the batch's own transaction.
--
-- grain: one row a refused line
-- parameters:
--   $1 bigint import
--   $2 bigint[] lines
--   $3 text[] codes
--   $4 text[] reasons

insert into facts.reject (import_id, line, code, reason)
select $1::bigint, given.line, given.code, given.reason
from unnest($2::bigint[], $3::text[], $4::text[]) as given (line, code, reason);
