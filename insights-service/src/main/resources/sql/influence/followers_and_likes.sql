-- How many followers, and how many likes a photo, has each user with at least one photo?
--
-- grain: one row; its arrays hold one element a user, in the same order
-- parameters: none

select
  coalesce(array_agg(account.followers), '{}') as followers,
  coalesce(array_agg(account.likes_received::double precision / account.photos), '{}')
    as likes_per_photo
from insights.account
where account.photos > 0
  and account.created_at is not null
