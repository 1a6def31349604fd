-- How active are influencers, and everyone else with and without suspected bots? (4b)
--
-- grain: one row
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first
--   $3 numeric  where $5 is LIKED_SHARE: a suspected bot liked at least this share of all photos
--   $4 date     day at which the rate is measured; null: the UTC day after the newest event
--   $5 text     whose suspects: LIKED_SHARE; or those who stand flagged in DETECTOR or CONFIRMED
--
-- Activity is photos + likes given + comments made + accounts followed, up to now; its rate divides
-- it by the days from the UTC day of registration to the measuring day. An account registered on
-- that day or later has no rate and is left out of the mean rate only. A mean over nothing is null.

with follower as (
  select follows.followee_id as user_id, count(*) as followers
  from facts.follows
  group by follows.followee_id
),

influencer as (
  select follower.user_id, follower.followers
  from follower
  where $2::integer is not null
    or follower.followers > $1::numeric * (select count(*) from facts.users)
  order by follower.followers desc, follower.user_id
  limit $2::integer
),

liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $5::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $5::text = 'LIKED_SHARE'
    and liked.likes >= $3::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
),

measuring_day as (
  select coalesce(
    $4::date,
    (greatest(
      (select max(users.created_at) from facts.users),
      (select max(photos.created_at) from facts.photos),
      (select max(likes.created_at) from facts.likes),
      (select max(comments.created_at) from facts.comments),
      (select max(follows.created_at) from facts.follows)) at time zone 'UTC')::date + 1
  ) as measured_on
),

action as (
  select photos.owner_id as user_id from facts.photos
  union all
  select likes.user_id from facts.likes
  union all
  select comments.user_id from facts.comments
  union all
  select follows.follower_id from facts.follows
),

acted as (
  select action.user_id, count(*) as activity
  from action
  group by action.user_id
),

measured as (
  select
    users.id as user_id,
    users.username,
    coalesce(acted.activity, 0) as activity,
    measuring_day.measured_on - (users.created_at at time zone 'UTC')::date as days
  from facts.users
  cross join measuring_day
  left join acted on acted.user_id = users.id
),

rated as (
  select
    measured.user_id,
    measured.username,
    measured.activity,
    measured.days,
    case when measured.days > 0 then measured.activity::double precision / measured.days end as rate
  from measured
),

grouped as (
  select
    rated.activity,
    rated.rate,
    rated.user_id in (select influencer.user_id from influencer) as is_influencer,
    rated.user_id in (select suspect.user_id from suspect) as is_suspect
  from rated
)

select
  (select measuring_day.measured_on from measuring_day) as measured_on,
  count(*) filter (where is_influencer) as influencers,
  (avg(activity) filter (where is_influencer))::double precision as influencers_activity,
  avg(rate) filter (where is_influencer) as influencers_rate,
  count(*) filter (where not is_influencer) as others,
  (avg(activity) filter (where not is_influencer))::double precision as others_activity,
  avg(rate) filter (where not is_influencer) as others_rate,
  count(*) filter (where not is_influencer and not is_suspect) as unsuspected,
  (avg(activity) filter (where not is_influencer and not is_suspect))::double precision
    as unsuspected_activity,
  avg(rate) filter (where not is_influencer and not is_suspect) as unsuspected_rate
from grouped
