-- What did accounts do?
--
-- after: select insights.stage()
-- grain: one row an action that stays
-- parameters: none
--
-- An action that comes and goes in the same roll is never written. Where nothing goes, which is what
-- most rolls are like, nothing has to be set off against it.

insert into insights.action (user_id, kind, quarter_hour, subject_id)
select change.user_id, change.kind, change.quarter_hour, change.subject_id
from change
where not exists (select from change as gone where gone.sign = -1)
union all
select net.user_id, net.kind, net.quarter_hour, net.subject_id
from (
  select
    change.user_id,
    change.kind,
    change.quarter_hour,
    change.subject_id,
    sum(change.sign) as times
  from change
  where exists (select from change as gone where gone.sign = -1)
  group by change.user_id, change.kind, change.quarter_hour, change.subject_id
  having sum(change.sign) > 0
) as net
cross join lateral generate_series(1, net.times)
order by user_id, kind
