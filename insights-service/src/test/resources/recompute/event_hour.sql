-- How many events were there in each quarter of an hour?
--
-- grain: one row an hour in which these actors did such a thing
-- parameters: none

select
  happened.actors,
  happened.kind,
  (extract(epoch from date_trunc('hour', happened.at)) / 3600)::integer as hour,
  count(*) filter (where extract(minute from happened.at) < 15) as q0,
  count(*) filter (where extract(minute from happened.at) between 15 and 29) as q1,
  count(*) filter (where extract(minute from happened.at) between 30 and 44) as q2,
  count(*) filter (where extract(minute from happened.at) >= 45) as q3
from (
  select
    actors_event.actors, actors_event.kind, actors_event.created_at at time zone 'UTC' as at
  from recompute.actors_event
) as happened
group by happened.actors, happened.kind, date_trunc('hour', happened.at)
