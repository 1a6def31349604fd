-- Which rows were refused, and why? Written in the batch's own transaction. Nothing is kept of what
-- was sent about an account or photo that is removed.
--
-- grain: one row a refused row of the body
-- parameters:
--   $1 bigint import
--   $2 bigint[] lines
--   $3 text[] codes
--   $4 text[] reasons
--   $5 bytea[] rows as they were sent
--   $6 text[] users that they are about, each an array of ids as PostgreSQL writes it
--   $7 text[] photos that they are about, likewise

insert into facts.reject (import_id, line, code, reason, original, user_ids, photo_ids)
select
  $1::bigint,
  given.line,
  given.code,
  given.reason,
  case
    when
      exists (
        select 1
        from facts.removal
        where removal.target = 'ACCOUNT' and removal.id = any (given.user_ids::bigint[])
      )
      or exists (
        select 1
        from facts.removal
        where removal.target = 'PHOTO' and removal.id = any (given.photo_ids::bigint[])
      )
      then ''::bytea
    else given.original
  end,
  given.user_ids::bigint[],
  given.photo_ids::bigint[]
from
  unnest($2::bigint[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::text[])
    as given (line, code, reason, original, user_ids, photo_ids);
