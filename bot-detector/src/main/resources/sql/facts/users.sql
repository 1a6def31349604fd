-- Who is there, and since when?
--
-- grain: one row an account
-- parameters: none
--
-- Streamed, so it has no order; what reads it needs none.

select users.id, users.created_at
from facts.users
