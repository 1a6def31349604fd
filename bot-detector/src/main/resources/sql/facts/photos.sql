-- Whose are the photos, and when were they posted?
--
-- grain: one row a photo
-- parameters: none

select photos.id, photos.owner_id, photos.created_at
from facts.photos
