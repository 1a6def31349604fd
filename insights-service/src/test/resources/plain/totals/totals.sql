-- How large is the network, and what comes on average to a user and to a photo? (1a-e)
--
-- grain: one row
-- parameters: none
--
-- A mean over nothing is null.

with total as (
  select
    (select count(*) from facts.users) as users,
    (select count(*) from facts.photos) as photos,
    (select count(*) from facts.tags) as tags,
    (select count(*) from facts.photo_tags) as photo_tags,
    (select count(*) from facts.likes) as likes,
    (select count(*) from facts.comments) as comments,
    (select count(*) from facts.follows) as follows
)

select
  total.users,
  total.photos,
  total.tags,
  total.photo_tags,
  total.likes,
  total.comments,
  total.follows,
  total.photos::double precision / nullif(total.users, 0) as photos_per_user,
  total.likes::double precision / nullif(total.photos, 0) as likes_per_photo,
  total.comments::double precision / nullif(total.photos, 0) as comments_per_photo
from total
