-- What is the next batch called, and in which transaction is it written? Also gives the transaction
-- its number, which the sweep of what was removed goes by: it must be there before the removals are
-- read.
--
-- grain: one row
-- parameters: none

select nextval('facts.batch_id'), pg_current_xact_id()::text::bigint;
