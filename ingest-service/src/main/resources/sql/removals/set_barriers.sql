-- Which removals are new? Each gets the number of this transaction: whatever may not have seen the
-- removal has a lower one, since a batch takes its number before it reads the removals.
--
-- grain: one row a new removal
-- parameters: none

update facts.removal
set barrier = pg_current_xact_id()
where barrier is null and finished_at is null;
