-- Which version is this, as of when?
--
-- grain: one row
-- parameters: none

select roll_up.version, roll_up.as_of
from insights.roll_up
