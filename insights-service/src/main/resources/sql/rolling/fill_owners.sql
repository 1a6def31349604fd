-- Whose photo is it about, where the photo comes in the same roll?
--
-- after: select insights.stage()
-- grain: one row an event that gets its owner
-- parameters: none

update change
set owner_id = photo.owner_id
from change as photo
where change.owner_id is null
  and change.kind in ('LIKES', 'COMMENTS')
  and photo.kind = 'PHOTOS'
  and photo.sign = 1
  and photo.subject_id = change.subject_id
