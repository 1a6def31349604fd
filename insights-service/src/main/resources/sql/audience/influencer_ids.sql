-- Who is followed most? (4)
--
-- grain: one row an influencer, most followed first, the lower id first
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first

with bar as (
  -- whole followers, so that they are not compared as decimal numbers one by one
  select floor($1::numeric * network.users)::bigint as followers
  from insights.network
)

select account.user_id
from insights.account
where account.followers > 0
  and ($2::integer is not null or account.followers > (select bar.followers from bar))
order by account.followers desc, account.user_id
limit $2::integer
