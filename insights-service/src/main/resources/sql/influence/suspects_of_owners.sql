-- How many likes, comments and followers have these users from suspects? For suspects who are in
-- no published set; those of the published sets stand in insights.suspect_owner.
--
-- grain: one row a user who has any
-- parameters:
--   $1 bigint[]  ids of the users
--   $2 bigint[]  ids of the suspects

with engaged as (
  select pair.owner_id, pair.likes, pair.comments, 0 as followers
  from insights.pair
  where pair.owner_id = any ($1::bigint[])
    and pair.actor_id = any ($2::bigint[])
  union all
  select action.subject_id, 0, 0, 1
  from insights.action
  where action.user_id = any ($2::bigint[])
    and action.kind = 'FOLLOWS'
    and action.subject_id = any ($1::bigint[])
)

select
  engaged.owner_id,
  sum(engaged.likes) as likes,
  sum(engaged.comments) as comments,
  sum(engaged.followers) as followers
from engaged
group by engaged.owner_id
