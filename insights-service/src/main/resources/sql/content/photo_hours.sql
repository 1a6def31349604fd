-- At which hours of the day are photos posted, UTC?
--
-- grain: one row an hour in which one was
-- parameters: none

select calendar.slot as hour, calendar.events as photos
from insights.calendar
where calendar.actors = 'EVERYONE' and calendar.kind = 'PHOTOS' and calendar.unit = 'HOUR'
