-- How many likes and comments have the photos now?
--
-- after: select insights.stage()
-- grain: one row a photo that changes
-- parameters: none

update insights.photo
set likes = photo_change.likes, comments = photo_change.comments
from photo_change
where photo.photo_id = photo_change.photo_id
