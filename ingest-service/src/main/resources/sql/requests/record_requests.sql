-- Which of these requests are answered for the first time? Written in the transaction of what the
-- answer tells of.
--
-- grain: one row a request; none is written of one that was answered by another transaction
-- parameters:
--   $1 text[] callers
--   $2 text[] operations
--   $3 text[] keys
--   $4 bytea[] fingerprints
--   $5 text[] answers, JSON

insert into facts.request (caller, operation, key, fingerprint, answer)
select given.caller, given.operation, given.key, given.fingerprint, given.answer::jsonb
from
  unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::text[])
    as given (caller, operation, key, fingerprint, answer)
on conflict do nothing;
