-- On whose photos does much of the liking come from suspected bots? (5c)
--
-- grain: one row a boosted user, the highest share first, then most likes
-- parameters:
--   $1 numeric  a suspected bot liked at least this share of all photos
--   $2 numeric  a boosted user gets at least this share of likes from suspected bots

with suspect as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
  having count(*) >= $1::numeric * (select count(*) from facts.photos)
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
where received.suspects_likes >= $2::numeric * received.likes
order by suspects_share desc, received.likes desc, users.id
