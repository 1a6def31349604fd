-- How many events were there in each quarter of an hour?
--
-- after: select insights.stage()
-- grain: one row an hour that changes
-- parameters: none

with quarter as (
  select
    change.actors,
    change.kind,
    floor(change.quarter_hour / 4.0::double precision)::integer as hour,
    change.quarter_hour - 4 * floor(change.quarter_hour / 4.0::double precision)::integer as quarter,
    change.sign
  from change
),

added as (
  select
    quarter.actors,
    quarter.kind,
    quarter.hour,
    coalesce(sum(quarter.sign) filter (where quarter.quarter = 0), 0) as q0,
    coalesce(sum(quarter.sign) filter (where quarter.quarter = 1), 0) as q1,
    coalesce(sum(quarter.sign) filter (where quarter.quarter = 2), 0) as q2,
    coalesce(sum(quarter.sign) filter (where quarter.quarter = 3), 0) as q3
  from quarter
  group by quarter.actors, quarter.kind, quarter.hour
)

insert into insights.event_hour as event_hour (actors, kind, hour, q0, q1, q2, q3)
select added.actors, added.kind, added.hour, added.q0, added.q1, added.q2, added.q3
from added
order by added.actors, added.kind, added.hour
on conflict (actors, kind, hour) do update
set
  q0 = event_hour.q0 + excluded.q0,
  q1 = event_hour.q1 + excluded.q1,
  q2 = event_hour.q2 + excluded.q2,
  q3 = event_hour.q3 + excluded.q3
