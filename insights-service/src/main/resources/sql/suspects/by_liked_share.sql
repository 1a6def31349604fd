-- Who has liked at least a share of all photos, and at least one?
--
-- grain: one row a suspect, by id
-- parameters:
--   $1 numeric  the share, 0 to 1

with least as (
  select greatest(1, ceil($1::numeric * network.photos))::bigint as likes
  from insights.network
)

select account.user_id
from insights.account
where account.likes >= (select least.likes from least)
order by account.user_id
