-- Do photos on which suspects do more of the liking get more, or fewer, likes and comments from
-- everyone else?
--
-- grain: one row a quarter of the photos with a like, by the share of their likes that comes from a
--        published set of suspects: four rows; photos with equal shares are in the same quarter
-- parameters:
--   $1 text  the set, as in insights.actors
--
-- The cast stands in a query of its own, so that it is worked out once and not for each row.

with touched as (
  select
    photo.likes,
    photo.comments,
    coalesce(suspect_photo.likes, 0) as suspects_likes,
    coalesce(suspect_photo.comments, 0) as suspects_comments
  from insights.photo
  left join insights.suspect_photo
    on suspect_photo.suspects = (select $1::text::insights.actors)
    and suspect_photo.photo_id = photo.photo_id
  where photo.likes > 0
),

-- few different pairs of numbers stand for many photos
compared as (
  select
    touched.likes,
    touched.suspects_likes,
    touched.suspects_likes::double precision / touched.likes as share,
    count(*) as photos,
    sum(touched.comments - touched.suspects_comments) as others_comments,
    sum(
      (touched.comments - touched.suspects_comments)::bigint
        * (touched.comments - touched.suspects_comments)) as others_comments_squared
  from touched
  group by touched.likes, touched.suspects_likes
),

placed as (
  select
    compared.photos,
    compared.share,
    compared.photos * (compared.likes - compared.suspects_likes) as others_likes,
    compared.others_comments,
    compared.others_comments_squared,
    sum(compared.photos) over (order by compared.share)
      - sum(compared.photos) over (partition by compared.share) as photos_below,
    sum(compared.photos) over () as all_photos
  from compared
),

quarter as (
  select
    placed.photos,
    placed.share,
    placed.others_likes,
    placed.others_comments,
    placed.others_comments_squared,
    1 + div(4 * placed.photos_below, placed.all_photos)::integer as quartile
  from placed
)

select
  number.quartile,
  coalesce(sum(quarter.photos), 0)::bigint as photos,
  min(quarter.share) as least_share,
  max(quarter.share) as greatest_share,
  (sum(quarter.others_likes) / sum(quarter.photos))::double precision as mean_likes,
  (sum(quarter.others_comments) / sum(quarter.photos))::double precision as mean_comments,
  (sum(quarter.others_comments_squared) / sum(quarter.photos)
      - (sum(quarter.others_comments) / sum(quarter.photos)) ^ 2)::double precision
    as variance_of_comments
from generate_series(1, 4) as number (quartile)
left join quarter on quarter.quartile = number.quartile
group by number.quartile
order by number.quartile
