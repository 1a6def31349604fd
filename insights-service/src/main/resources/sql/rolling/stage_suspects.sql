-- What do suspects do more, or less, than before?
--
-- after: select insights.stage()
-- grain: one row an event and sign, staged
-- parameters: none
--
-- Whoever was in a set brings what he did in this roll; whoever enters it now brings all he ever
-- did, and whoever leaves takes that away.

insert into change (actors, sign, kind, user_id, subject_id, owner_id, quarter_hour)
select
  suspect.suspects, change.sign, change.kind, change.user_id, change.subject_id, change.owner_id,
  change.quarter_hour
from change
join insights.suspect on suspect.user_id = change.user_id
where change.actors = 'EVERYONE'
union all
select
  suspect_move.suspects, suspect_move.sign, action.kind, action.user_id, action.subject_id,
  photo.owner_id, action.quarter_hour
from suspect_move
join insights.action on action.user_id = suspect_move.user_id
left join insights.photo
  on photo.photo_id = action.subject_id and action.kind in ('LIKES', 'COMMENTS')
