-- How many events by some accounts are there in each quarter of an hour of the UTC day, all days of
-- a stretch of time together?
--
-- grain: one row a stretch and quarter of an hour, 0 to 95, with events
-- parameters:
--   $1 text       kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 bigint[]   the accounts
--   $3 integer[]  quarter-hours at which the stretches begin, ascending; last, the end

select
  width_bucket(action.quarter_hour, $3::integer[]) - 1 as stretch,
  ((action.quarter_hour % 96) + 96) % 96 as quarter_of_day,
  count(*) as events
from insights.action
where action.user_id = any ($2::bigint[])
  and action.kind = $1::text::insights.event_kind
  and action.quarter_hour >= ($3::integer[])[1]
  and action.quarter_hour < ($3::integer[])[cardinality($3::integer[])]
group by stretch, quarter_of_day
