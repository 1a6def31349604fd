-- What is the next batch called?
--
-- grain: one row
-- parameters: none

select nextval('facts.batch_id');
