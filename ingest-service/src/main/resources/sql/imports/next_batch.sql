-- Question:   what is the next batch called?
-- Grain:      one row
select nextval('facts.batch_id');
