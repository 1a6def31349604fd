-- How many photos have so many likes, and how many comments have these?
--
-- after: select insights.stage()
-- grain: one row a number of likes that changes
-- parameters: none
--
-- Of everyone; what suspects have to do with it is told by suspect_photos.sql.

with mixed as (
  select
    photo_change.likes_before as likes,
    -1 as sign,
    photo_change.comments_before::bigint as comments
  from photo_change
  where photo_change.likes_before > 0
  union all
  select photo_change.likes, 1, photo_change.comments
  from photo_change
  where photo_change.likes > 0
),

added as (
  select
    mixed.likes,
    sum(mixed.sign) as photos,
    sum(mixed.sign * mixed.comments) as comments,
    sum(mixed.sign * mixed.comments * mixed.comments) as comments_squared
  from mixed
  group by mixed.likes
)

insert into insights.like_mix as mix
  (actors, likes, suspects_likes, photos, comments, comments_squared, others_comments,
    others_comments_squared)
select
  'EVERYONE', added.likes, 0, added.photos, added.comments, added.comments_squared,
  added.comments, added.comments_squared
from added
order by added.likes
on conflict (actors, likes, suspects_likes) do update
set
  photos = mix.photos + excluded.photos,
  comments = mix.comments + excluded.comments,
  comments_squared = mix.comments_squared + excluded.comments_squared,
  others_comments = mix.others_comments + excluded.others_comments,
  others_comments_squared = mix.others_comments_squared + excluded.others_comments_squared
