-- How many events were there on each day, in each month, on each day of the week, at each hour, UTC?
--
-- after: select insights.stage()
-- grain: one row a slot of the calendar that changes
-- parameters: none

with hourly as (
  select
    change.actors,
    change.kind,
    floor(change.quarter_hour / 96.0::double precision)::integer as day,
    floor(change.quarter_hour / 4.0::double precision)::integer
      - 24 * floor(change.quarter_hour / 96.0::double precision)::integer as hour,
    sum(change.sign) as events
  from change
  group by 1, 2, 3, 4
),

daily as (
  select hourly.actors, hourly.kind, hourly.day, sum(hourly.events) as events
  from hourly
  group by hourly.actors, hourly.kind, hourly.day
),

added as (
  select hourly.actors, hourly.kind, 'HOUR' as unit, hourly.hour as slot, hourly.events
  from hourly
  union all
  select daily.actors, daily.kind, 'DAY', daily.day, daily.events
  from daily
  union all
  select
    daily.actors, daily.kind, 'DAY_OF_WEEK', insights.day_of_week(daily.day * 96), daily.events
  from daily
  union all
  select daily.actors, daily.kind, 'MONTH', insights.month(daily.day * 96), daily.events
  from daily
)

insert into insights.calendar as calendar (actors, kind, unit, slot, events)
select added.actors, added.kind, added.unit, added.slot, sum(added.events)
from added
group by added.actors, added.kind, added.unit, added.slot
order by added.actors, added.kind, added.unit, added.slot
on conflict (actors, kind, unit, slot) do update
set events = calendar.events + excluded.events
