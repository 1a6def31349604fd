-- Up to which removal does this transaction see? Removals are committed in the order of their
-- numbers.
--
-- grain: one row
-- parameters: none

select coalesce(max(number), 0)
from facts.removal;
