-- Which rows were refused, and why? Written in the batch's own transaction.
--
-- grain: one row a refused row of the body
-- parameters:
--   $1 bigint import
--   $2 bigint[] lines
--   $3 text[] codes
--   $4 text[] reasons
--   $5 bytea[] rows as they were sent

insert into facts.reject (import_id, line, code, reason, original)
select $1::bigint, given.line, given.code, given.reason, given.original
from
  unnest($2::bigint[], $3::text[], $4::text[], $5::bytea[])
    as given (line, code, reason, original);
