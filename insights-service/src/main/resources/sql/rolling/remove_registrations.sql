-- Whose account was erased?
--
-- after: select insights.stage()
-- grain: one row a registration that goes
-- parameters: none

update insights.account
set username = null, created_at = null
from change
where change.actors = 'EVERYONE'
  and change.kind = 'REGISTRATIONS'
  and change.sign = -1
  and account.user_id = change.user_id
