-- Do photos on which suspects do more of the liking get more, or fewer, likes and comments from
-- everyone else?
--
-- grain: one row a quarter of the photos with a like, by the share of their likes that comes from
--        suspects: four rows; photos with equal shares are in the same quarter
-- parameters:
--   $1 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $2 numeric  the share

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

photo_likes as (
  select
    likes.photo_id,
    count(*) as likes,
    count(suspect.user_id) as suspects_likes
  from facts.likes
  left join suspect on suspect.user_id = likes.user_id
  group by likes.photo_id
),

photo_comments as (
  select comments.photo_id, count(*) as others_comments
  from facts.comments
  where comments.user_id not in (select suspect.user_id from suspect)
  group by comments.photo_id
),

photo as (
  select
    photo_likes.suspects_likes::double precision / photo_likes.likes as share,
    photo_likes.likes - photo_likes.suspects_likes as others_likes,
    coalesce(photo_comments.others_comments, 0) as others_comments
  from photo_likes
  left join photo_comments on photo_comments.photo_id = photo_likes.photo_id
),

placed as (
  select
    photo.share,
    photo.others_likes,
    photo.others_comments,
    1 + 4 * (rank() over (order by photo.share) - 1) / count(*) over () as quartile
  from photo
)

select
  number.quartile,
  count(placed.share) as photos,
  min(placed.share) as least_share,
  max(placed.share) as greatest_share,
  avg(placed.others_likes)::double precision as mean_likes,
  avg(placed.others_comments)::double precision as mean_comments,
  var_pop(placed.others_comments)::double precision as variance_of_comments
from generate_series(1, 4) as number (quartile)
left join placed on placed.quartile = number.quartile
group by number.quartile
order by number.quartile
