-- How many events of a kind happened in each year, quarter or month? (2a, 5a, 6a)
--
-- grain: one row a period from the first event's to the last event's, empty ones too, in order
-- parameters:
--   $1 text     kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text     granularity: YEAR, QUARTER or MONTH
--   $3 text     bots: INCLUDE events by suspected bots, EXCLUDE them, or take them ONLY
--   $4 numeric  a suspected bot liked at least this share of all photos

with suspect as (
  select likes.user_id
  from facts.likes
  group by likes.user_id
  having count(*) >= $4::numeric * (select count(*) from facts.photos)
),

event as (
  select users.id as user_id, users.created_at from facts.users where $1::text = 'REGISTRATIONS'
  union all
  select photos.owner_id, photos.created_at from facts.photos where $1::text = 'PHOTOS'
  union all
  select likes.user_id, likes.created_at from facts.likes where $1::text = 'LIKES'
  union all
  select comments.user_id, comments.created_at from facts.comments where $1::text = 'COMMENTS'
  union all
  select follows.follower_id, follows.created_at from facts.follows where $1::text = 'FOLLOWS'
),

kept as (
  select event.created_at at time zone 'UTC' as happened_at
  from event
  where case $3::text
    when 'INCLUDE' then true
    when 'EXCLUDE' then event.user_id not in (select suspect.user_id from suspect)
    when 'ONLY' then event.user_id in (select suspect.user_id from suspect)
  end
),

counted as (
  select date_trunc($2::text, kept.happened_at) as starts_at, count(*) as events
  from kept
  group by starts_at
),

period as (
  select generate_series(
    min(counted.starts_at),
    max(counted.starts_at),
    case $2::text
      when 'YEAR' then interval '1 year'
      when 'QUARTER' then interval '3 months'
      when 'MONTH' then interval '1 month'
    end) as starts_at
  from counted
)

select
  period.starts_at::date as starts_on,
  case $2::text
    when 'YEAR' then to_char(period.starts_at, 'YYYY')
    when 'QUARTER' then to_char(period.starts_at, 'YYYY"-Q"Q')
    when 'MONTH' then to_char(period.starts_at, 'YYYY-MM')
  end as label,
  coalesce(counted.events, 0) as events
from period
left join counted using (starts_at)
order by period.starts_at
