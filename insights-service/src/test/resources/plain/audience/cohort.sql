-- Who are the most and the least active users? (2b, 2c)
--
-- grain: one row a member, the most extreme first; a single row without a user if there is none
-- parameters:
--   $1 text     cohort: ACTIVE or INACTIVE
--   $2 text     measure: ACTIVITY or RATE
--   $3 numeric  share of all users to take, rounded up to whole users; ties with the last are in
--   $4 bigint   bot-like activity: ACTIVE leaves out accounts that have this much or more
--   $5 integer  young accounts: ACTIVE by RATE leaves out accounts of this many days or fewer
--   $6 date     day at which the rate is measured; null: the UTC day after the newest event
--
-- Activity is photos + likes given + comments made + accounts followed, up to now; its rate divides
-- it by the days from the UTC day of registration to the measuring day. An account registered on
-- that day or later has no rate.

with measuring_day as (
  select coalesce(
    $6::date,
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

eligible as (
  select
    rated.user_id,
    rated.username,
    rated.activity,
    rated.rate,
    case $2::text
      when 'ACTIVITY' then rated.activity::double precision
      when 'RATE' then rated.rate
    end as value
  from rated
  where ($1::text = 'INACTIVE' or rated.activity < $4::bigint)
    and ($2::text = 'ACTIVITY' or rated.days > 0)
    and ($1::text = 'INACTIVE' or $2::text = 'ACTIVITY' or rated.days > $5::integer)
),

ranked as (
  select
    eligible.user_id,
    eligible.username,
    eligible.activity,
    eligible.rate,
    rank() over (
      order by case $1::text when 'ACTIVE' then -eligible.value else eligible.value end) as place
  from eligible
),

member as (
  select ranked.user_id, ranked.username, ranked.activity, ranked.rate, ranked.place
  from ranked
  where ranked.place <= ceil($3::numeric * (select count(*) from facts.users))
)

select
  measuring_day.measured_on,
  member.user_id,
  member.username,
  member.activity,
  member.rate
from measuring_day
left join member on true
order by member.place, member.user_id
