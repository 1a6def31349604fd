-- What do influencers and others, suspects and others do, what do they get, and how much does it
-- vary? (4b, 4c)
--
-- grain: one row a group: influencers or not, suspects or not, registered or not
-- parameters:
--   $1 bigint[]  ids of the influencers
--   $2 bigint[]  ids of the suspects
--   $3 date      day at which the rate is measured; null if nothing ever happened
--
-- Sums of whole numbers and of their squares; the rate's mean and variance are over the accounts
-- that have one. An admirer is an account that engaged with the photos of one of the group, once
-- for each of them: the pairs of an acting user and an owner.
--
-- Which group it is are the bits of one number: grouping by three columns takes longer.

with listed as (
  select influencer.user_id, 4 as bits
  from unnest($1::bigint[]) as influencer (user_id)
  union all
  select suspect.user_id, 2
  from unnest($2::bigint[]) as suspect (user_id)
),

marked as (
  select listed.user_id, bit_or(listed.bits) as bits
  from listed
  group by listed.user_id
),

measured as (
  select
    coalesce(marked.bits, 0) + (account.created_at is not null)::integer as bits,
    account.photos + account.likes + account.comments + account.follows as activity,
    account.photos,
    account.follows,
    account.followers,
    (account.photos + account.likes + account.comments + account.follows)::double precision
      / nullif(greatest($3::date - account.registered_on, 0), 0) as rate,
    account.admirers,
    account.likes_received,
    account.comments_received,
    account.likes_squared,
    account.likes_by_comments,
    account.comments_squared
  from insights.account
  left join marked on marked.user_id = account.user_id
  -- kept apart, so that each is worked out once, and not wherever it is used below
  offset 0
)

select
  measured.bits & 4 <> 0 as is_influencer,
  measured.bits & 2 <> 0 as is_suspect,
  measured.bits & 1 <> 0 as is_registered,
  count(*) as users,
  sum(measured.activity) as activity,
  sum(measured.activity::bigint * measured.activity) as activity_squared,
  sum(measured.photos) as photos,
  sum(measured.photos::bigint * measured.photos) as photos_squared,
  sum(measured.follows) as follows,
  sum(measured.followers) as followers,
  count(measured.rate) as rated,
  avg(measured.rate) as rate_mean,
  var_pop(measured.rate) as rate_variance,
  sum(measured.admirers) as pairs,
  sum(measured.likes_received) as likes_received,
  sum(measured.comments_received) as comments_received,
  sum(measured.likes_squared) as likes_squared,
  sum(measured.likes_by_comments) as likes_by_comments,
  sum(measured.comments_squared) as comments_squared
from measured
group by measured.bits
order by measured.bits
