-- May this transaction publish changes? It waits until it may, and keeps others out until it ends.
--
-- grain: one row
-- parameters: none
--
-- Why, and why it has to be the last lock taken, is said where flagged_change is created.

select true
from pg_advisory_xact_lock(hashtextextended('moderation.flagged_change', 0))
