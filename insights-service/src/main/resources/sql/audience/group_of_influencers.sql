-- Who is followed most? (4)
--
-- grain: one row an influencer
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first

with influencer as (
  select account.user_id, account.created_at
  from insights.account
  where account.followers > 0
    and (
      $2::integer is not null
      or account.followers > floor($1::numeric * (select network.users from insights.network)))
  order by account.followers desc, account.user_id
  limit $2::integer
)

select influencer.user_id
from influencer
where influencer.created_at is not null
