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

with measured as (
  select
    account.user_id = any ($1::bigint[]) as is_influencer,
    account.user_id = any ($2::bigint[]) as is_suspect,
    account.created_at is not null as is_registered,
    account.photos + account.likes + account.comments + account.follows as activity,
    account.photos,
    account.follows,
    account.followers,
    (account.photos + account.likes + account.comments + account.follows)::double precision
      / nullif(greatest($3::date - (account.created_at at time zone 'UTC')::date, 0), 0) as rate,
    account.admirers,
    account.likes_received,
    account.comments_received,
    account.likes_squared,
    account.likes_by_comments,
    account.comments_squared
  from insights.account
  -- kept apart, so that each is worked out once, and not wherever it is used below
  offset 0
)

select
  measured.is_influencer,
  measured.is_suspect,
  measured.is_registered,
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
group by measured.is_influencer, measured.is_suspect, measured.is_registered
