-- How many of a photo's likes come from suspects, and how many from others? (5b)
--
-- grain: one row
-- parameters:
--   $1 bigint[]  the suspects, or everyone else
--   $2 boolean   whether it is everyone else
--
-- As in likes_per_photo.sql.

with given as (
  select action.subject_id as photo_id, count(*) as likes
  from insights.action
  where action.user_id = any ($1::bigint[]) and action.kind = 'LIKES'
  group by action.subject_id
),

liked as (
  select
    photo.likes,
    case when $2::boolean then photo.likes - coalesce(given.likes, 0) else coalesce(given.likes, 0) end
      as suspects_likes
  from insights.photo
  left join given on given.photo_id = photo.photo_id
  where photo.likes > 0
)

select
  network.photos,
  network.liked_photos,
  coalesce(sum(liked.suspects_likes), 0)::double precision / nullif(network.photos, 0)
    as mean_from_suspects,
  coalesce(sum(liked.likes - liked.suspects_likes), 0)::double precision
    / nullif(network.photos, 0) as mean_from_others,
  avg(liked.suspects_likes::double precision / liked.likes) as mean_suspects_share
from insights.network
left join liked on true
group by network.photos, network.liked_photos
