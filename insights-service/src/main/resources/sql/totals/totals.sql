-- How large is the network, and what comes on average to a user and to a photo? (1a-e)
--
-- grain: one row
-- parameters: none
--
-- A mean over nothing is null.

select
  network.users,
  network.photos,
  network.tags,
  network.photo_tags,
  network.likes,
  network.comments,
  network.follows,
  network.photos::double precision / nullif(network.users, 0) as photos_per_user,
  network.likes::double precision / nullif(network.photos, 0) as likes_per_photo,
  network.comments::double precision / nullif(network.photos, 0) as comments_per_photo
from insights.network
