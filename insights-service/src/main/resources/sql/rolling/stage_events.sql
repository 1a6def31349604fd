-- What did the chosen batches bring and take away?
--
-- after: select insights.stage()
-- grain: one row an event and sign, staged
-- parameters:
--   $1 bigint[]  the chosen batches
--
-- Plus of a batch: its rows that are still there, and the retracted rows that name it as origin.
-- Minus of a batch that retracts: all its retracted rows. The owner of a photo is the one that the
-- roll-ups know, and is filled in later if the photo comes in the same roll: a retraction need not
-- know it, since the photo may have gone just before the like.

insert into change (batch_id, sign, kind, user_id, subject_id, owner_id, quarter_hour)
select
  users.batch_id, 1, 'REGISTRATIONS'::insights.event_kind, users.id, users.id, null::bigint,
  insights.quarter_hour(users.created_at)
from facts.users
where users.batch_id = any ($1::bigint[])
union all
select
  photos.batch_id, 1, 'PHOTOS', photos.owner_id, photos.id, photos.owner_id,
  insights.quarter_hour(photos.created_at)
from facts.photos
where photos.batch_id = any ($1)
union all
select
  likes.batch_id, 1, 'LIKES', likes.user_id, likes.photo_id, photo.owner_id,
  insights.quarter_hour(likes.created_at)
from facts.likes
left join insights.photo on photo.photo_id = likes.photo_id
where likes.batch_id = any ($1)
union all
select
  comments.batch_id, 1, 'COMMENTS', comments.user_id, comments.photo_id, photo.owner_id,
  insights.quarter_hour(comments.created_at)
from facts.comments
left join insights.photo on photo.photo_id = comments.photo_id
where comments.batch_id = any ($1)
union all
select
  follows.batch_id, 1, 'FOLLOWS', follows.follower_id, follows.followee_id, null,
  insights.quarter_hour(follows.created_at)
from facts.follows
where follows.batch_id = any ($1)
union all
select
  retraction.origin_batch_id, 1,
  case retraction.fact when 'USERS' then 'REGISTRATIONS' else retraction.fact end
    ::insights.event_kind,
  retraction.user_id, retraction.subject_id,
  case retraction.fact when 'PHOTOS' then retraction.owner_id else photo.owner_id end,
  insights.quarter_hour(retraction.created_at)
from facts.retraction
left join insights.photo
  on photo.photo_id = retraction.subject_id and retraction.fact in ('LIKES', 'COMMENTS')
where retraction.origin_batch_id = any ($1) and retraction.fact <> 'PHOTO_TAGS'
union all
select
  retraction.batch_id, -1,
  case retraction.fact when 'USERS' then 'REGISTRATIONS' else retraction.fact end
    ::insights.event_kind,
  retraction.user_id, retraction.subject_id,
  case retraction.fact when 'PHOTOS' then retraction.owner_id else photo.owner_id end,
  insights.quarter_hour(retraction.created_at)
from facts.retraction
left join insights.photo
  on photo.photo_id = retraction.subject_id and retraction.fact in ('LIKES', 'COMMENTS')
where retraction.batch_id = any ($1) and retraction.fact <> 'PHOTO_TAGS'
