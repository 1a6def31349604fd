-- How many events are there in each stretch of time?
--
-- grain: one row a stretch with events
-- parameters:
--   $1 text       kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text       actors: EVERYONE, or a set of suspects
--   $3 integer[]  days at which whole UTC days of another stretch begin, ascending; last, the end
--   $4 integer[]  the number of that stretch; -1: of none, which the end is too
--   $5 integer[]  quarter-hours at which pieces of a stretch, less than a day, begin
--   $6 integer[]  and those before which they end
--   $7 integer[]  the number of that stretch
--
-- A stretch is as long as it likes: whole days are summed from the calendar, and only what is left
-- at its ends is summed from the hours. Shifting by two bits rounds a quarter-hour down to its hour,
-- before 1970 too.

with day as (
  select
    ($4::integer[])[width_bucket(calendar.slot, $3::integer[])] as stretch,
    calendar.events
  from insights.calendar
  where calendar.actors = $2::text::insights.actors
    and calendar.kind = $1::text::insights.event_kind
    and calendar.unit = 'DAY'
    and calendar.slot >= ($3::integer[])[1]
    and calendar.slot < ($3::integer[])[cardinality($3::integer[])]
),

piece as (
  select piece.stretch, hours.events
  from unnest($5::integer[], $6::integer[], $7::integer[]) as piece (starts, ends, stretch)
  cross join lateral (
    select
      sum(
        case
          when event_hour.hour * 4 >= piece.starts and event_hour.hour * 4 + 4 <= piece.ends
            then event_hour.q0 + event_hour.q1 + event_hour.q2 + event_hour.q3
          else
            case
              when event_hour.hour * 4 >= piece.starts and event_hour.hour * 4 < piece.ends
                then event_hour.q0
              else 0
            end
            + case
              when event_hour.hour * 4 + 1 >= piece.starts and event_hour.hour * 4 + 1 < piece.ends
                then event_hour.q1
              else 0
            end
            + case
              when event_hour.hour * 4 + 2 >= piece.starts and event_hour.hour * 4 + 2 < piece.ends
                then event_hour.q2
              else 0
            end
            + case
              when event_hour.hour * 4 + 3 >= piece.starts and event_hour.hour * 4 + 3 < piece.ends
                then event_hour.q3
              else 0
            end
        end) as events
    from insights.event_hour
    where event_hour.actors = $2::text::insights.actors
      and event_hour.kind = $1::text::insights.event_kind
      and event_hour.hour >= piece.starts >> 2
      and event_hour.hour <= (piece.ends - 1) >> 2
  ) as hours
),

part as (
  select day.stretch, day.events from day where day.stretch >= 0
  union all
  select piece.stretch, piece.events from piece
)

select part.stretch, sum(part.events)::bigint as events
from part
group by part.stretch
having sum(part.events) <> 0
