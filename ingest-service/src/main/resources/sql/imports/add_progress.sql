-- How far is the import? Written in the batch's own transaction, so it is never ahead of or behind
-- the rows.
--
-- grain: one row an import
-- parameters:
--   $1 bigint import
--   $2 bigint received
--   $3 bigint inserted
--   $4 bigint retracted
--   $5 bigint duplicate
--   $6 bigint rejected
--   $7 bigint older than what they refer to

update facts.import
set
  received = received + $2,
  inserted = inserted + $3,
  retracted = retracted + $4,
  duplicate = duplicate + $5,
  rejected = rejected + $6,
  older_than_reference = older_than_reference + $7
where id = $1;
