-- On which days of the week do accounts act?
--
-- grain: one row an account and day of the week, UTC
-- parameters: none

select
  event.user_id,
  extract(isodow from event.created_at at time zone 'UTC')::integer as day_of_week,
  count(*) filter (where event.kind = 'PHOTOS') as photos,
  count(*) filter (where event.kind = 'LIKES') as likes,
  count(*) filter (where event.kind = 'COMMENTS') as comments,
  count(*) filter (where event.kind = 'FOLLOWS') as follows
from recompute.event
where event.kind <> 'REGISTRATIONS'
group by event.user_id, extract(isodow from event.created_at at time zone 'UTC')
