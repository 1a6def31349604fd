-- How many followers, and how many likes a photo, has each user with at least one photo?
--
-- grain: one row
-- parameters: none
--
-- In figures there are 12 bytes a user, the highest byte of each number first: followers in four, and
-- likes a photo as a binary number in eight.

select
  coalesce(
    string_agg(
      int4send(account.followers)
        || float8send(account.likes_received::double precision / account.photos),
      ''::bytea),
    ''::bytea) as figures
from insights.account
where account.photos > 0
  and account.created_at is not null
