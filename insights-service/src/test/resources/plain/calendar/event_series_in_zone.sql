-- How many events of a kind happened in each period of a time zone's calendar, in a range, for
-- everyone or for some accounts?
--
-- grain: one row a period with events, in order
-- parameters:
--   $1 text     kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text     granularity: QUARTER_HOUR, HOUR, DAY, WEEK, MONTH, QUARTER or YEAR
--   $3 text     time zone
--   $4 text     start of the range, with its offset; null: none
--   $5 text     end of the range, with its offset; null: none
--   $6 text     bots: INCLUDE events by suspected bots, EXCLUDE them, or take them ONLY
--   $7 text     suspects: LIKED_SHARE, DETECTOR or CONFIRMED
--   $8 numeric  LIKED_SHARE: a suspected bot liked at least this share of all photos
--   $9 text     ids of the accounts, separated by commas; null: everyone
--
-- An event counts at the start of its quarter-hour UTC. Parts of a day are told apart by the offset
-- of the clock too, since it shows some of them twice.

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
  select
    rounded.happened_at,
    rounded.happened_at at time zone $3::text as local,
    rounded.happened_at at time zone $3::text - rounded.happened_at at time zone 'UTC' as utc_offset
  from rounded
  where case $6::text
    when 'INCLUDE' then true
    when 'EXCLUDE' then rounded.user_id not in (select suspect.user_id from suspect)
    when 'ONLY' then rounded.user_id in (select suspect.user_id from suspect)
  end
    and ($9::text is null or rounded.user_id = any (string_to_array($9::text, ',')::bigint[]))
    and ($4::text is null or rounded.happened_at >= $4::text::timestamptz)
    and ($5::text is null or rounded.happened_at < $5::text::timestamptz)
)

select
  to_char(
    case $2::text
      when 'QUARTER_HOUR' then date_bin('15 minutes', kept.local, timestamp '2000-01-01')
      else date_trunc(lower($2::text), kept.local)
    end,
    'YYYY-MM-DD"T"HH24:MI') as starts_at,
  case when $2::text in ('QUARTER_HOUR', 'HOUR')
    then extract(epoch from kept.utc_offset)::integer
  end as offset_seconds,
  count(*) as events
from kept
group by 1, 2
order by min(kept.happened_at)
