-- Who is in the sets of suspects?
--
-- grain: one row a set and account
-- parameters: none

select suspect.suspects, suspect.user_id
from recompute.suspect
