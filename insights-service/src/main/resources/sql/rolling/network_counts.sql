-- How large is the network?
--
-- after: select insights.stage()
-- grain: one row
-- parameters:
--   $1 bigint[]  the batches of the roll

with event as (
  select
    coalesce(sum(change.sign) filter (where change.kind = 'REGISTRATIONS'), 0) as users,
    coalesce(sum(change.sign) filter (where change.kind = 'PHOTOS'), 0) as photos,
    coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0) as likes,
    coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0) as comments,
    coalesce(sum(change.sign) filter (where change.kind = 'FOLLOWS'), 0) as follows
  from change
  where change.actors = 'EVERYONE'
),

named as (
  select count(*) as tags
  from facts.tags
  where tags.batch_id = any ($1::bigint[])
),

tagged as (
  select coalesce(sum(tag_change.sign), 0) as photo_tags
  from tag_change
),

liked as (
  select
    coalesce(
      sum((photo_change.likes > 0)::integer - (photo_change.likes_before > 0)::integer),
      0) as liked_photos
  from photo_change
)

update insights.network
set
  users = network.users + event.users,
  photos = network.photos + event.photos,
  liked_photos = network.liked_photos + liked.liked_photos,
  tags = network.tags + named.tags,
  photo_tags = network.photo_tags + tagged.photo_tags,
  likes = network.likes + event.likes,
  comments = network.comments + event.comments,
  follows = network.follows + event.follows
from event, named, tagged, liked
