-- How many events are there in each slot of the UTC calendar? (2a, 5a, 6a, 6b)
--
-- grain: one row a slot with events
-- parameters:
--   $1 text[]  kinds, together: REGISTRATIONS, PHOTOS, LIKES, COMMENTS, FOLLOWS
--   $2 text    actors: EVERYONE, or a set of suspects
--   $3 text    unit: MONTH (12 x year + month - 1), DAY_OF_WEEK (1 is Monday) or HOUR

select calendar.slot, sum(calendar.events)::bigint as events
from insights.calendar
where calendar.actors = $2::text::insights.actors
  and calendar.kind = any ($1::text[]::insights.event_kind[])
  and calendar.unit = $3::text
  and calendar.events <> 0
group by calendar.slot
