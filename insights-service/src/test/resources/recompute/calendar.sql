-- How many events were there on each day, in each month, on each day of the week, at each hour, UTC?
--
-- grain: one row a slot of the calendar in which these actors did such a thing
-- parameters: none

with happened as (
  select
    actors_event.actors, actors_event.kind, actors_event.created_at at time zone 'UTC' as at
  from recompute.actors_event
),

slotted as (
  select
    happened.actors, happened.kind, 'DAY' as unit, happened.at::date - date '1970-01-01' as slot
  from happened
  union all
  select
    happened.actors, happened.kind, 'MONTH',
    12 * extract(year from happened.at)::integer + extract(month from happened.at)::integer - 1
  from happened
  union all
  select happened.actors, happened.kind, 'DAY_OF_WEEK', extract(isodow from happened.at)::integer
  from happened
  union all
  select happened.actors, happened.kind, 'HOUR', extract(hour from happened.at)::integer
  from happened
)

select slotted.actors, slotted.kind, slotted.unit, slotted.slot, count(*) as events
from slotted
group by slotted.actors, slotted.kind, slotted.unit, slotted.slot
