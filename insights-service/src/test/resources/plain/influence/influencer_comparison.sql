-- How do influencers compare with others, and with others who are no suspects?
--
-- grain: one row a group that has anybody: INFLUENCERS, OTHERS, OTHERS_WITHOUT_BOTS
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first
--   $3 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $4 numeric  the share
--   $5 date     day at which the rate is measured; null: the UTC day after the newest event
--
-- Variances are the population's. Who has no photo counts with 0 posts; who has no rate is left out
-- of the rate only.

with liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $3::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $3::text = 'LIKED_SHARE'
    and liked.likes >= $4::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
),

follower as (
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

measuring_day as (
  select coalesce(
    $5::date,
    (greatest(
      (select max(users.created_at) from facts.users),
      (select max(photos.created_at) from facts.photos),
      (select max(likes.created_at) from facts.likes),
      (select max(comments.created_at) from facts.comments),
      (select max(follows.created_at) from facts.follows)) at time zone 'UTC')::date + 1
  ) as measured_on
),

counted as (
  select
    users.id as user_id,
    users.created_at,
    (select count(*) from facts.photos where photos.owner_id = users.id) as posts,
    (select count(*) from facts.likes where likes.user_id = users.id) as likes,
    (select count(*) from facts.comments where comments.user_id = users.id) as comments,
    (select count(*) from facts.follows where follows.follower_id = users.id) as following,
    (select count(*) from facts.follows where follows.followee_id = users.id) as followers
  from facts.users
),

measured as (
  select
    counted.user_id,
    counted.posts,
    counted.following,
    counted.followers,
    counted.posts + counted.likes + counted.comments + counted.following as activity,
    case
      when measuring_day.measured_on > (counted.created_at at time zone 'UTC')::date
      then
        (counted.posts + counted.likes + counted.comments + counted.following)::double precision
          / (measuring_day.measured_on - (counted.created_at at time zone 'UTC')::date)
    end as rate
  from counted
  cross join measuring_day
),

grouped as (
  select
    case
      when measured.user_id in (select influencer.user_id from influencer) then 'INFLUENCERS'
      else 'OTHERS'
    end as users_group,
    measured.activity, measured.rate, measured.posts, measured.following, measured.followers
  from measured
  union all
  select
    'OTHERS_WITHOUT_BOTS',
    measured.activity, measured.rate, measured.posts, measured.following, measured.followers
  from measured
  where measured.user_id not in (select influencer.user_id from influencer)
    and measured.user_id not in (select suspect.user_id from suspect)
)

select
  grouped.users_group,
  count(*) as users,
  avg(grouped.activity)::double precision as activity_mean,
  var_pop(grouped.activity)::double precision as activity_variance,
  count(grouped.rate) as rated,
  avg(grouped.rate) as rate_mean,
  var_pop(grouped.rate) as rate_variance,
  avg(grouped.posts)::double precision as posts_mean,
  var_pop(grouped.posts)::double precision as posts_variance,
  avg(grouped.followers)::double precision as followers_mean,
  avg(grouped.following)::double precision as following_mean,
  (avg(grouped.followers) / nullif(avg(grouped.following), 0))::double precision as follow_ratio
from grouped
group by grouped.users_group
order by grouped.users_group
