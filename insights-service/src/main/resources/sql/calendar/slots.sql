-- How many events are there in each slot of the UTC calendar? (2a, 5a, 6a, 6b)
--
-- grain: one row a question and slot with events
-- parameters: arrays with one element a question, which is told by its number, from 1 on
--   $1 text[]  kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text[]  actors: EVERYONE, or a set of suspects
--   $3 text[]  unit: DAY (since 1970-01-01), MONTH (12 x year + month - 1), DAY_OF_WEEK (1 is
--              Monday) or HOUR

with asked as (
  select asked.number, asked.kind, asked.actors, asked.unit
  from unnest($1::text[]::insights.event_kind[], $2::text[]::insights.actors[], $3::text[])
    with ordinality as asked (kind, actors, unit, number)
)

select asked.number, slot.slot, slot.events
from asked
-- each by the key
cross join lateral (
  select calendar.slot, calendar.events
  from insights.calendar
  where calendar.actors = asked.actors
    and calendar.kind = asked.kind
    and calendar.unit = asked.unit
    and calendar.events <> 0
  offset 0
) as slot
