-- Where is a roll put together?
--
-- grain: one row; the tables are there when this has run, for as long as the connection lives
-- parameters: none

select insights.stage()
