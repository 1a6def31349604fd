-- Who registered?
--
-- after: select insights.stage()
-- grain: one row a registration
-- parameters:
--   $1 bigint[]  the batches of the roll
--
-- An account that was erased meanwhile has no name any more.

insert into insights.account as account (user_id, username, created_at)
select users.id, users.username, users.created_at
from facts.users
where users.batch_id = any ($1::bigint[])
union all
select retraction.subject_id, '', retraction.created_at
from facts.retraction
where retraction.origin_batch_id = any ($1) and retraction.fact = 'USERS'
on conflict (user_id) do update
set username = excluded.username, created_at = excluded.created_at
