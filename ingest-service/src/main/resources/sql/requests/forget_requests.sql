-- Which requests need not be remembered any longer? (They are not.)
--
-- grain: one row a request
-- parameters:
--   $1 bigint seconds that they are kept
--   $2 integer rows at most

delete from facts.request
where (caller, operation, key) in (
  select caller, operation, key
  from facts.request
  where created_at < now() - make_interval(secs => $1)
  limit $2
);
