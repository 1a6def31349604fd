-- Which imports are marked as running?
--
-- grain: one row an import
-- parameters: none

select id
from facts.import
where state = 'RUNNING';
