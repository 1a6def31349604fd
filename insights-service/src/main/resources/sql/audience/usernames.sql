-- What are these users called?
--
-- grain: one row a user of the list that is registered
-- parameters:
--   $1 bigint[]  ids of users

select account.user_id, account.username
from insights.account
where account.user_id = any ($1::bigint[])
  and account.created_at is not null
