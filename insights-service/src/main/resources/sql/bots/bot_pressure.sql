-- Do photos on which suspects do more of the liking get more, or fewer, likes and comments from
-- everyone else?
--
-- grain: one row a quarter of the photos with a like, by the share of their likes that comes from a
--        published set of suspects: four rows; photos with equal shares are in the same quarter
-- parameters:
--   $1 text  the set, as in insights.actors
--
-- Photos that no suspect has touched are those of everyone less those that one has.

with touched as (
  select
    like_mix.likes,
    like_mix.suspects_likes,
    like_mix.photos,
    like_mix.comments,
    like_mix.comments_squared,
    like_mix.others_comments,
    like_mix.others_comments_squared
  from insights.like_mix
  where like_mix.actors = $1::text::insights.actors
),

touched_by_likes as (
  select
    touched.likes,
    sum(touched.photos) as photos,
    sum(touched.comments) as comments,
    sum(touched.comments_squared) as comments_squared
  from touched
  group by touched.likes
),

compared as (
  select
    touched.likes,
    touched.suspects_likes,
    touched.suspects_likes::double precision / touched.likes as share,
    touched.photos,
    touched.others_comments,
    touched.others_comments_squared
  from touched
  where touched.photos > 0
  union all
  select
    everyone.likes,
    0,
    0,
    everyone.photos - coalesce(touched_by_likes.photos, 0),
    everyone.comments - coalesce(touched_by_likes.comments, 0),
    everyone.comments_squared - coalesce(touched_by_likes.comments_squared, 0)
  from insights.like_mix as everyone
  left join touched_by_likes on touched_by_likes.likes = everyone.likes
  where everyone.actors = 'EVERYONE'
    and everyone.photos > coalesce(touched_by_likes.photos, 0)
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
