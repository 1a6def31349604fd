-- How large is the network?
--
-- grain: one row
-- parameters: none

select
  (select count(*) from recompute.users) as users,
  (select count(*) from recompute.photos) as photos,
  (select count(distinct likes.photo_id) from recompute.likes) as liked_photos,
  (select count(*) from recompute.tags) as tags,
  (select count(*) from recompute.photo_tags) as photo_tags,
  (select count(*) from recompute.likes) as likes,
  (select count(*) from recompute.comments) as comments,
  (select count(*) from recompute.follows) as follows
