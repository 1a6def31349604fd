-- Which photos are gone?
--
-- after: select insights.stage()
-- grain: one row a photo that goes
-- parameters: none

delete from insights.photo
using change
where change.actors = 'EVERYONE'
  and change.kind = 'PHOTOS'
  and change.sign = -1
  and photo.photo_id = change.subject_id
