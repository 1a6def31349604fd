-- On whose photos does much of the liking come from suspected bots? (5c)
--
-- grain: one row a boosted user, the highest share first, then most likes
-- parameters:
--   $1 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $2 numeric  the share
--   $3 numeric  a boosted user gets at least this share of likes from suspected bots

with liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $1::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $1::text = 'LIKED_SHARE'
    and liked.likes >= $2::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
),

received as (
  select
    photos.owner_id as user_id,
    count(*) as likes,
    count(suspect.user_id) as suspects_likes
  from facts.photos
  join facts.likes on likes.photo_id = photos.id
  left join suspect on suspect.user_id = likes.user_id
  group by photos.owner_id
)

select
  users.id as user_id,
  users.username,
  received.likes,
  received.suspects_likes,
  received.suspects_likes::double precision / received.likes as suspects_share
from received
join facts.users on users.id = received.user_id
where received.suspects_likes >= $3::numeric * received.likes
order by suspects_share desc, received.likes desc, users.id
