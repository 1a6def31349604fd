-- Which facts does a version of the roll-ups know?
--
-- grain: views with the names and columns of the tables of facts, and a few more
-- parameters: the setting recompute.version; the newest version if it is higher than that
--
-- The rows of the batches that are rolled up, and the rows of theirs that were retracted by a batch
-- that is not; the text of these is gone.

create schema recompute;

create view recompute.rolled_batch as
select rolled_batch.batch_id
from insights.rolled_batch
where rolled_batch.version <= current_setting('recompute.version')::bigint;

create view recompute.returned as
select
  retraction.fact, retraction.subject_id, retraction.object_id, retraction.user_id,
  retraction.owner_id, retraction.created_at
from facts.retraction
where retraction.origin_batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
  and retraction.batch_id not in (select rolled_batch.batch_id from recompute.rolled_batch);

create view recompute.users as
select users.id, users.username, users.created_at
from facts.users
where users.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
union all
select returned.subject_id, '', returned.created_at
from recompute.returned
where returned.fact = 'USERS';

create view recompute.photos as
select photos.id, photos.owner_id, photos.image_url, photos.created_at
from facts.photos
where photos.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
union all
select returned.subject_id, returned.owner_id, '', returned.created_at
from recompute.returned
where returned.fact = 'PHOTOS';

create view recompute.tags as
select tags.id, tags.name, tags.created_at
from facts.tags
where tags.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch);

create view recompute.photo_tags as
select photo_tags.photo_id, photo_tags.tag_id
from facts.photo_tags
where photo_tags.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
union all
select returned.subject_id, returned.object_id
from recompute.returned
where returned.fact = 'PHOTO_TAGS';

create view recompute.likes as
select likes.photo_id, likes.user_id, likes.created_at
from facts.likes
where likes.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
union all
select returned.subject_id, returned.object_id, returned.created_at
from recompute.returned
where returned.fact = 'LIKES';

create view recompute.comments as
select
  comments.photo_id, comments.id, comments.user_id, comments.comment_text, comments.created_at
from facts.comments
where comments.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
union all
select returned.subject_id, returned.object_id, returned.user_id, '', returned.created_at
from recompute.returned
where returned.fact = 'COMMENTS';

create view recompute.follows as
select follows.followee_id, follows.follower_id, follows.created_at
from facts.follows
where follows.batch_id in (select rolled_batch.batch_id from recompute.rolled_batch)
union all
select returned.subject_id, returned.object_id, returned.created_at
from recompute.returned
where returned.fact = 'FOLLOWS';

-- Who is in the published sets of suspects: at 5 % of the photos, as bot-detector told last, and as
-- moderators confirmed.
create view recompute.suspect as
select 'LIKED_SHARE' as suspects, likes.user_id
from recompute.likes
group by likes.user_id
having count(*) >= 0.05 * (select count(*) from recompute.photos)
union all
select told.suspects, told.user_id
from (
  select distinct on (flagged_change.suspects, flagged_change.user_id)
    flagged_change.suspects, flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.suspects, flagged_change.user_id, flagged_change.id desc
) as told
where told.flagged;

-- grain: one thing that happened, as insights.action tells it
create view recompute.event as
select
  'REGISTRATIONS' as kind, users.id as user_id, users.id as subject_id, null::bigint as owner_id,
  users.created_at
from recompute.users
union all
select 'PHOTOS', photos.owner_id, photos.id, photos.owner_id, photos.created_at
from recompute.photos
union all
select 'LIKES', likes.user_id, likes.photo_id, photos.owner_id, likes.created_at
from recompute.likes
left join recompute.photos on photos.id = likes.photo_id
union all
select 'COMMENTS', comments.user_id, comments.photo_id, photos.owner_id, comments.created_at
from recompute.comments
left join recompute.photos on photos.id = comments.photo_id
union all
select 'FOLLOWS', follows.follower_id, follows.followee_id, null, follows.created_at
from recompute.follows;

-- grain: one thing that happened and group of actors that it counts for
create view recompute.actors_event as
select 'EVERYONE' as actors, event.kind, event.user_id, event.subject_id, event.owner_id, event.created_at
from recompute.event
union all
select suspect.suspects, event.kind, event.user_id, event.subject_id, event.owner_id, event.created_at
from recompute.event
join recompute.suspect on suspect.user_id = event.user_id;
