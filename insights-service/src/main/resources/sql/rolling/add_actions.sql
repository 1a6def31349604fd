-- What did accounts do?
--
-- after: select insights.stage()
-- grain: one row an action that stays
-- parameters: none
--
-- An action that comes and goes in the same roll is never written.

insert into insights.action (user_id, kind, quarter_hour, subject_id)
select net.user_id, net.kind, net.quarter_hour, net.subject_id
from (
  select
    change.user_id,
    change.kind,
    change.quarter_hour,
    change.subject_id,
    sum(change.sign) as times
  from change
  group by change.user_id, change.kind, change.quarter_hour, change.subject_id
  having sum(change.sign) > 0
) as net
cross join lateral generate_series(1, net.times)
order by net.user_id, net.kind, net.quarter_hour
