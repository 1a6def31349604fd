-- On which day, UTC, was the newest event of any kind?
--
-- grain: one row; days since 1970-01-01, null if nothing ever happened
-- parameters: none

select max(latest.slot) as day
from (
  values ('REGISTRATIONS'::insights.event_kind), ('PHOTOS'), ('LIKES'), ('COMMENTS'), ('FOLLOWS')
) as kinds (kind)
cross join lateral (
  select calendar.slot
  from insights.calendar
  where calendar.actors = 'EVERYONE'
    and calendar.kind = kinds.kind
    and calendar.unit = 'DAY'
    -- what was taken back leaves an empty day
    and calendar.events > 0
  order by calendar.slot desc
  limit 1
) as latest
