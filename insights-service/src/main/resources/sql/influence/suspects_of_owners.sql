-- How many likes, comments and followers have these users from suspects? For suspects who are in
-- no published set; those of the published sets stand in insights.suspect_owner.
--
-- grain: one row a user of the list
-- parameters:
--   $1 bigint[]  ids of the users
--   $2 bigint[]  ids of the suspects
--
-- Who follows whom is kept by follower only. So where most accounts are suspects, it is what the
-- others follow that is counted, and taken from all.

with owner as materialized (
  select account.user_id, account.followers
  from insights.account
  where account.user_id = any ($1::bigint[])
),

suspect as materialized (
  select suspects.user_id
  from unnest($2::bigint[]) as suspects (user_id)
),

most as (
  select 2 * cardinality($2::bigint[]) > count(*) as are_suspects
  from insights.account
),

smaller_side as materialized (
  select account.user_id
  from insights.account
  cross join most
  where (account.user_id in (select suspect.user_id from suspect)) <> most.are_suspects
),

followed as (
  select action.subject_id as owner_id, count(*) as followers
  from smaller_side
  join insights.action
    on action.user_id = smaller_side.user_id and action.kind = 'FOLLOWS'
  where action.subject_id in (select owner.user_id from owner)
  group by action.subject_id
),

engaged as (
  select pair.owner_id, sum(pair.likes) as likes, sum(pair.comments) as comments
  from owner
  -- by the owner, however many suspects there are
  cross join lateral (
    select pair.owner_id, pair.actor_id, pair.likes, pair.comments
    from insights.pair
    where pair.owner_id = owner.user_id
    offset 0
  ) as pair
  where pair.actor_id in (select suspect.user_id from suspect)
  group by pair.owner_id
)

select
  owner.user_id as owner_id,
  coalesce(engaged.likes, 0) as likes,
  coalesce(engaged.comments, 0) as comments,
  case
    when most.are_suspects then owner.followers - coalesce(followed.followers, 0)
    else coalesce(followed.followers, 0)
  end as followers
from owner
cross join most
left join followed on followed.owner_id = owner.user_id
left join engaged on engaged.owner_id = owner.user_id
