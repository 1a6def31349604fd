-- Who is in the sets of suspects?
--
-- after: select insights.stage()
-- grain: one row an account that enters
-- parameters: none

with gone as (
  delete from insights.suspect
  using suspect_move
  where suspect_move.sign = -1
    and suspect.suspects = suspect_move.suspects
    and suspect.user_id = suspect_move.user_id
)

insert into insights.suspect (suspects, user_id)
select suspect_move.suspects, suspect_move.user_id
from suspect_move
where suspect_move.sign = 1
