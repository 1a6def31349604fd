-- How far is the sweep of these accounts?
--
-- grain: one row an account
-- parameters:
--   $1 bigint[] accounts
--   $2 text stage
--   $3 bigint position in the stage

update facts.removal
set stage = $2, position = $3
where target = 'ACCOUNT' and id = any ($1);
