-- Who follows whom, and since when?
--
-- grain: one row a follow
-- parameters: none

select follows.follower_id, follows.followee_id, follows.created_at
from facts.follows
