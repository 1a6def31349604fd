-- Which users have never posted a photo?
--
-- grain: one row a user
-- parameters: none

select users.id as user_id
from facts.users
where not exists (select from facts.photos where photos.owner_id = users.id)
