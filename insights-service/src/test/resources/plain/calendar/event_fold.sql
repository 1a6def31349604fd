-- In which quarter, month, day of the week or hour of the day do events of a kind happen, all years
-- together, and how many would it be if they were spread evenly? (2a, 5a)
--
-- grain: one row a bucket, empty ones too, in order
-- parameters:
--   $1 text     kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text     fold: QUARTER (1-4), MONTH (1-12), DAY_OF_WEEK (1 is Monday, 7 Sunday), HOUR (0-23)
--   $3 text     bots: INCLUDE events by suspected bots, EXCLUDE them, or take them ONLY
--   $4 numeric  a suspected bot liked at least this share of all photos
--
-- Spread evenly means: over the hours from the start of the first event's day to the end of the
-- last event's, so that a month of 28 days, or one that the range holds less often, expects less.

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
  select
    case $2::text
      when 'QUARTER' then extract(quarter from kept.happened_at)
      when 'MONTH' then extract(month from kept.happened_at)
      when 'DAY_OF_WEEK' then extract(isodow from kept.happened_at)
      when 'HOUR' then extract(hour from kept.happened_at)
    end as bucket,
    count(*) as events
  from kept
  group by bucket
),

hour_in_range as (
  select generate_series(
    date_trunc('day', min(kept.happened_at)),
    date_trunc('day', max(kept.happened_at)) + interval '23 hours',
    interval '1 hour') as starts_at
  from kept
),

hours as (
  select
    case $2::text
      when 'QUARTER' then extract(quarter from hour_in_range.starts_at)
      when 'MONTH' then extract(month from hour_in_range.starts_at)
      when 'DAY_OF_WEEK' then extract(isodow from hour_in_range.starts_at)
      when 'HOUR' then extract(hour from hour_in_range.starts_at)
    end as bucket,
    count(*) as hours
  from hour_in_range
  group by bucket
),

bucket as (
  select generate_series(
    case when $2::text = 'HOUR' then 0 else 1 end,
    case $2::text
      when 'QUARTER' then 4
      when 'MONTH' then 12
      when 'DAY_OF_WEEK' then 7
      when 'HOUR' then 23
    end) as bucket
)

select
  bucket.bucket,
  coalesce(counted.events, 0) as events,
  coalesce(
    (select sum(counted.events) from counted)::double precision
      * hours.hours / (select sum(hours.hours) from hours)::double precision,
    0) as expected_events
from bucket
left join counted using (bucket)
left join hours using (bucket)
order by bucket.bucket
