-- At which hours of the day are photos posted, in a time zone?
--
-- grain: one row an hour in which one was
-- parameters:
--   $1 integer[]  from which quarter-hours on since 1970-01-01 UTC an offset holds, ascending; the
--                 first is before all photos
--   $2 integer[]  by how many quarter-hours the zone's clocks are ahead of UTC from then on

with quarter as (
  select quarter.quarter_hour, quarter.photos
  from insights.event_hour
  cross join lateral (
    values
      (4 * event_hour.hour, event_hour.q0),
      (4 * event_hour.hour + 1, event_hour.q1),
      (4 * event_hour.hour + 2, event_hour.q2),
      (4 * event_hour.hour + 3, event_hour.q3)
  ) as quarter (quarter_hour, photos)
  where event_hour.actors = 'EVERYONE' and event_hour.kind = 'PHOTOS' and quarter.photos > 0
),

-- the remainder is negative before 1970
local as (
  select
    (
      quarter.quarter_hour
        + ($2::integer[])[width_bucket(quarter.quarter_hour, $1::integer[])]
    ) % 96 as quarter_of_day,
    sum(quarter.photos) as photos
  from quarter
  group by 1
)

select (local.quarter_of_day + 96) % 96 / 4 as hour, sum(local.photos)::bigint as photos
from local
group by 1
