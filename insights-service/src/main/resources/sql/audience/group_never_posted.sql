-- Which users have never posted a photo?
--
-- grain: one row a user
-- parameters: none

select account.user_id
from insights.account
where account.photos = 0 and account.created_at is not null
