-- Who is in a published set of suspects?
--
-- grain: one row a suspect, by id
-- parameters:
--   $1 text  the set, as in insights.actors

select suspect.user_id
from insights.suspect
where suspect.suspects = $1::text::insights.actors
order by suspect.user_id
