-- What did accounts take back, or was taken from them?
--
-- after: select insights.stage()
-- grain: one row an action that goes
-- parameters: none
--
-- Of equal actions as many go as were taken away, no matter which.

with net as (
  select
    change.user_id,
    change.kind,
    change.quarter_hour,
    change.subject_id,
    -sum(change.sign) as times
  from change
  where exists (select from change as gone where gone.sign = -1)
  group by change.user_id, change.kind, change.quarter_hour, change.subject_id
  having sum(change.sign) < 0
),

numbered as (
  select
    action.ctid as place,
    net.times,
    row_number() over (
      partition by action.user_id, action.kind, action.quarter_hour, action.subject_id) as number
  from net
  join insights.action
    on action.user_id = net.user_id
    and action.kind = net.kind
    and action.quarter_hour = net.quarter_hour
    and action.subject_id = net.subject_id
)

delete from insights.action
where action.ctid = any (array(
  select numbered.place from numbered where numbered.number <= numbered.times))
