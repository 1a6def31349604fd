-- How many events are there in each quarter of an hour of the UTC day, all days of a stretch of time
-- together?
--
-- grain: one row a stretch and quarter of an hour, 0 to 95, with events
-- parameters:
--   $1 text       kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text       actors: EVERYONE, or a set of suspects
--   $3 integer[]  quarter-hours at which the stretches begin, ascending; last, the end
--
-- Shifting by two bits rounds a quarter-hour down to its hour, before 1970 too.

with stretch as (
  select
    begun.stretch - 1 as stretch,
    begun.starts,
    ($3::integer[])[begun.stretch + 1] as ends
  from unnest($3::integer[]) with ordinality as begun (starts, stretch)
  where begun.stretch < cardinality($3::integer[])
),

hour_of_day as (
  select stretch.stretch, hours.hour, hours.q0, hours.q1, hours.q2, hours.q3
  from stretch
  cross join lateral (
    select
      ((event_hour.hour % 24) + 24) % 24 as hour,
      sum(event_hour.q0) filter (
        where event_hour.hour * 4 >= stretch.starts and event_hour.hour * 4 < stretch.ends) as q0,
      sum(event_hour.q1) filter (
        where event_hour.hour * 4 + 1 >= stretch.starts and event_hour.hour * 4 + 1 < stretch.ends)
        as q1,
      sum(event_hour.q2) filter (
        where event_hour.hour * 4 + 2 >= stretch.starts and event_hour.hour * 4 + 2 < stretch.ends)
        as q2,
      sum(event_hour.q3) filter (
        where event_hour.hour * 4 + 3 >= stretch.starts and event_hour.hour * 4 + 3 < stretch.ends)
        as q3
    from insights.event_hour
    where event_hour.actors = $2::text::insights.actors
      and event_hour.kind = $1::text::insights.event_kind
      and event_hour.hour >= stretch.starts >> 2
      and event_hour.hour <= (stretch.ends - 1) >> 2
    group by 1
  ) as hours
)

select
  hour_of_day.stretch::integer as stretch,
  hour_of_day.hour * 4 + quarter.number as quarter_of_day,
  quarter.events
from hour_of_day
cross join lateral (
  values (0, hour_of_day.q0), (1, hour_of_day.q1), (2, hour_of_day.q2), (3, hour_of_day.q3)
) as quarter (number, events)
where quarter.events <> 0
