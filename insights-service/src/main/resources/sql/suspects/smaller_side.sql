-- Whose likes and comments are to be looked at, to tell the suspects' from everyone else's?
--
-- grain: one row an account of the side that has fewer likes, by id
-- parameters:
--   $1 numeric  a suspect has liked at least this share of all photos, 0 to 1, and at least one

with least as (
  select greatest(1, ceil($1::numeric * network.photos))::bigint as likes, network.likes as all_likes
  from insights.network
),

side as (
  select coalesce(sum(account.likes), 0) > (select least.all_likes from least) / 2 as is_others
  from insights.account
  where account.likes >= (select least.likes from least)
)

select account.user_id, side.is_others
from side
left join insights.account
  on (account.likes >= (select least.likes from least)) <> side.is_others
  and (account.likes > 0 or account.comments > 0)
order by account.user_id
