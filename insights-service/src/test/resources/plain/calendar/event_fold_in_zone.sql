-- In which quarter, month, day of the week or hour of the day of a time zone's calendar do events of
-- a kind happen, in a range, and how long did each last there?
--
-- grain: one row a bucket with events or time, in order
-- parameters:
--   $1 text     kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text     fold: QUARTER, MONTH, DAY_OF_WEEK or HOUR
--   $3 text     time zone
--   $4 text     start of the range, with its offset; null: the day of the first event
--   $5 text     end of the range, with its offset; null: the day of the last event
--   $6 text     bots: INCLUDE events by suspected bots, EXCLUDE them, or take them ONLY
--   $7 text     suspects: LIKED_SHARE, DETECTOR or CONFIRMED
--   $8 numeric  LIKED_SHARE: a suspected bot liked at least this share of all photos
--   $9 text     ids of the accounts, separated by commas; null: everyone
--
-- An event counts at the start of its quarter-hour UTC.

with suspect as (
  select likes.user_id
  from facts.likes
  where $7::text = 'LIKED_SHARE'
  group by likes.user_id
  having count(*) >= $8::numeric * (select count(*) from facts.photos)
  union all
  select suspect.user_id
  from moderation.suspect
  where suspect.suspects = $7::text and $7 <> 'LIKED_SHARE'
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

rounded as (
  select
    event.user_id,
    to_timestamp(floor(extract(epoch from event.created_at) / 900) * 900) as happened_at
  from event
),

kept as (
  select rounded.happened_at
  from rounded
  where case $6::text
    when 'INCLUDE' then true
    when 'EXCLUDE' then rounded.user_id not in (select suspect.user_id from suspect)
    when 'ONLY' then rounded.user_id in (select suspect.user_id from suspect)
  end
    and ($9::text is null or rounded.user_id = any (string_to_array($9::text, ',')::bigint[]))
    and ($4::text is null or rounded.happened_at >= $4::text::timestamptz)
    and ($5::text is null or rounded.happened_at < $5::text::timestamptz)
),

quarter_hour as (
  select generate_series(
    coalesce($4::text::timestamptz, min(kept.happened_at) - interval '50 hours'),
    coalesce($5::text::timestamptz, max(kept.happened_at) + interval '50 hours')
      - interval '15 minutes',
    interval '15 minutes') as starts_at
  from kept
),

time_in_range as (
  select quarter_hour.starts_at
  from quarter_hour
  where (
      $4::text is not null
      or (quarter_hour.starts_at at time zone $3::text)::date
        >= (select min((kept.happened_at at time zone $3::text)::date) from kept))
    and (
      $5::text is not null
      or (quarter_hour.starts_at at time zone $3::text)::date
        <= (select max((kept.happened_at at time zone $3::text)::date) from kept))
),

told as (
  select kept.happened_at at time zone $3::text as local, 1 as events, 0 as quarter_hours
  from kept
  union all
  select time_in_range.starts_at at time zone $3::text, 0, 1
  from time_in_range
)

select
  case $2::text
    when 'QUARTER' then extract(quarter from told.local)
    when 'MONTH' then extract(month from told.local)
    when 'DAY_OF_WEEK' then extract(isodow from told.local)
    when 'HOUR' then extract(hour from told.local)
  end::integer as bucket,
  sum(told.events) as events,
  sum(told.quarter_hours) as quarter_hours
from told
group by 1
order by 1
