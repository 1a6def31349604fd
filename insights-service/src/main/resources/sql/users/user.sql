-- What is known of a user, and where does the user stand among all?
--
-- grain: one row; none if there is no such user
-- parameters:
--   $1 bigint  id of the user
--   $2 date    day at which the rate is measured; null if nothing ever happened
--
-- Equal values share a rank. Without a rate there is no rank by it.

with measured as not materialized (
  select
    account.user_id,
    account.followers,
    account.photos + account.likes + account.comments + account.follows as activity,
    $2::date - (account.created_at at time zone 'UTC')::date as days
  from insights.account
  where account.created_at is not null
),

rated as not materialized (
  select
    measured.user_id,
    measured.followers,
    measured.activity,
    case when measured.days > 0 then measured.activity::double precision / measured.days end as rate
  from measured
),

own as materialized (
  select rated.user_id, rated.followers, rated.activity, rated.rate
  from rated
  where rated.user_id = $1::bigint
),

ahead as (
  select
    count(*) filter (where rated.activity > (select own.activity from own)) as by_activity,
    count(*) filter (where rated.rate > (select own.rate from own)) as by_rate,
    count(*) filter (where rated.followers > (select own.followers from own)) as by_followers
  from rated
)

select
  account.user_id,
  account.username,
  account.created_at,
  account.photos,
  account.likes,
  account.comments,
  account.follows,
  account.followers,
  account.likes_received,
  account.comments_received,
  own.activity,
  own.rate,
  ahead.by_activity + 1 as activity_rank,
  case when own.rate is not null then ahead.by_rate + 1 end as rate_rank,
  ahead.by_followers + 1 as followers_rank,
  array(
    select suspect.suspects::text
    from insights.suspect
    where suspect.suspects in ('LIKED_SHARE', 'DETECTOR', 'CONFIRMED')
      and suspect.user_id = own.user_id
    order by suspect.suspects
  ) as suspected_by
from own
join insights.account on account.user_id = own.user_id
cross join ahead
