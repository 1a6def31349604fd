-- Who liked what, and when?
--
-- grain: one row a like
-- parameters: none

select likes.user_id, likes.photo_id, likes.created_at
from facts.likes
