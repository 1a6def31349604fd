-- Who commented what, when, and how?
--
-- grain: one row a comment
-- parameters: none

select comments.user_id, comments.photo_id, comments.created_at, comments.comment_text
from facts.comments
