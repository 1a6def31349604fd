-- Whose are the photos?
--
-- grain: one row a photo
-- parameters: none

select photos.id, photos.owner_id
from facts.photos
