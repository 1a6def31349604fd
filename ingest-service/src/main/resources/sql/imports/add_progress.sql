-- How far is the import? Written in the batch's own transaction, so it is never ahead of or behind
-- the rows.
--
-- grain: one row an import
-- parameters:
--   $1 bigint import
--   $2 bigint received
--   $3 bigint inserted
--   $4 bigint duplicate
--   $5 bigint rejected
--   $6 bigint older than what they refer to

update facts.import
set
  received = received + $2,
  inserted = inserted + $3,
  duplicate = duplicate + $4,
  rejected = rejected + $5,
  older_than_reference = older_than_reference + $6
where id = $1;
