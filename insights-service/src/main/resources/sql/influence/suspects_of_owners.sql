-- How many likes, comments and followers have these users from suspects? For suspects who are in
-- no published set; those of the published sets stand in insights.received.
--
-- grain: one row a user of the list
-- parameters:
--   $1 bigint[]  ids of the users
--   $2 bigint[]  ids of the suspects
--   $3 bigint[]  the suspects, or everyone else, whichever have fewer likes
--   $4 boolean   whether it is everyone else
--
-- Likes and comments are counted by who acted, or by whom it was done to, whichever is less to read.
-- Who follows whom is kept by follower only. So where most accounts are suspects, it is what the
-- others follow that is counted. What everyone else did is taken from all.

with owner as materialized (
  select
    account.user_id, account.followers, account.likes_received, account.comments_received,
    account.admirers
  from insights.account
  where account.user_id in (select unnest($1::bigint[]))
),

acted as (
  select coalesce(sum(account.likes + account.comments), 0) as actions
  from insights.account
  where account.user_id in (select unnest($3::bigint[]))
),

way as materialized (
  -- an action takes about twice as long as a pair
  select 2 * acted.actions < (select coalesce(sum(owner.admirers), 0) from owner) as is_by_actor
  from acted
),

given_by_photo as (
  select
    action.subject_id as photo_id,
    count(*) filter (where action.kind = 'LIKES') as likes,
    count(*) filter (where action.kind = 'COMMENTS') as comments
  from insights.action
  where (select way.is_by_actor from way)
    and action.user_id = any ($3::bigint[])
    and action.kind in ('LIKES', 'COMMENTS')
  group by action.subject_id
),

given as (
  select
    photo.owner_id, sum(given_by_photo.likes) as likes, sum(given_by_photo.comments) as comments
  from given_by_photo
  join insights.photo on photo.photo_id = given_by_photo.photo_id
  group by photo.owner_id
),

suspect as materialized (
  select suspects.user_id
  from unnest($2::bigint[]) as suspects (user_id)
),

got as (
  select pair.owner_id, sum(pair.likes) as likes, sum(pair.comments) as comments
  from owner
  -- by the owner, however many suspects there are
  cross join lateral (
    select pair.owner_id, pair.actor_id, pair.likes, pair.comments
    from insights.pair
    where pair.owner_id = owner.user_id
    offset 0
  ) as pair
  where not (select way.is_by_actor from way)
    and pair.actor_id in (select suspect.user_id from suspect)
  group by pair.owner_id
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
)

select
  owner.user_id as owner_id,
  case
    when not way.is_by_actor then coalesce(got.likes, 0)
    when $4::boolean then owner.likes_received - coalesce(given.likes, 0)
    else coalesce(given.likes, 0)
  end::bigint as likes,
  case
    when not way.is_by_actor then coalesce(got.comments, 0)
    when $4::boolean then owner.comments_received - coalesce(given.comments, 0)
    else coalesce(given.comments, 0)
  end::bigint as comments,
  case
    when most.are_suspects then owner.followers - coalesce(followed.followers, 0)
    else coalesce(followed.followers, 0)
  end as followers
from owner
cross join way
cross join most
left join given on given.owner_id = owner.user_id
left join got on got.owner_id = owner.user_id
left join followed on followed.owner_id = owner.user_id
