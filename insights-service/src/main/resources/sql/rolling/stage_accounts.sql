-- What do accounts do, and who follows them?
--
-- after: select insights.stage()
-- grain: one row an account and side, staged
-- parameters: none

insert into account_change (user_id, photos, likes, comments, follows, followers)
select
  change.user_id,
  coalesce(sum(change.sign) filter (where change.kind = 'PHOTOS'), 0),
  coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0),
  coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0),
  coalesce(sum(change.sign) filter (where change.kind = 'FOLLOWS'), 0),
  0
from change
where change.kind <> 'REGISTRATIONS'
group by change.user_id
union all
select change.subject_id, 0, 0, 0, 0, sum(change.sign)
from change
where change.kind = 'FOLLOWS'
group by change.subject_id
