-- How many likes and comments of suspects have the photos, how many photos have so many, and what is
-- the sum of the suspects' shares?
--
-- after: select insights.stage()
-- grain: one row a set of suspects whose sum changes
-- parameters: none
--
-- A photo's share changes with the likes of suspects, and with those of everyone else; what else is
-- counted of it, with comments too.

with added as (
  select
    change.actors as suspects,
    change.subject_id as photo_id,
    coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0) as likes,
    coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0) as comments
  from change
  where change.actors <> 'EVERYONE' and change.kind in ('LIKES', 'COMMENTS')
  group by change.actors, change.subject_id
),

touched as (
  select added.suspects, added.photo_id from added
  union
  select suspect_photo.suspects, suspect_photo.photo_id
  from photo_change
  cross join (
    values ('LIKED_SHARE'::insights.actors), ('DETECTOR'), ('CONFIRMED')) as sets (suspects)
  join insights.suspect_photo
    on suspect_photo.suspects = sets.suspects and suspect_photo.photo_id = photo_change.photo_id
  where photo_change.likes <> photo_change.likes_before
    or photo_change.comments <> photo_change.comments_before
),

compared as (
  select
    touched.suspects,
    touched.photo_id,
    added.photo_id is not null as is_suspects,
    coalesce(suspect_photo.likes, 0) as likes_before,
    coalesce(suspect_photo.comments, 0) as comments_before,
    coalesce(suspect_photo.likes, 0) + coalesce(added.likes, 0) as likes,
    coalesce(suspect_photo.comments, 0) + coalesce(added.comments, 0) as comments,
    coalesce(photo_change.likes_before, photo.likes) as all_before,
    photo.likes as all_likes,
    coalesce(photo_change.comments_before, photo.comments) as all_comments_before,
    photo.comments as all_comments
  from touched
  join insights.photo on photo.photo_id = touched.photo_id
  left join photo_change on photo_change.photo_id = touched.photo_id
  left join insights.suspect_photo
    on suspect_photo.suspects = touched.suspects and suspect_photo.photo_id = touched.photo_id
  left join added
    on added.suspects = touched.suspects and added.photo_id = touched.photo_id
),

gone as (
  delete from insights.suspect_photo
  using compared
  where suspect_photo.suspects = compared.suspects
    and suspect_photo.photo_id = compared.photo_id
    and compared.likes = 0
    and compared.comments = 0
),

written as (
  insert into insights.suspect_photo (suspects, photo_id, likes, comments)
  select compared.suspects, compared.photo_id, compared.likes, compared.comments
  from compared
  where compared.is_suspects and (compared.likes <> 0 or compared.comments <> 0)
  order by compared.suspects, compared.photo_id
  on conflict (suspects, photo_id) do update
  set likes = excluded.likes, comments = excluded.comments
),

mixed as (
  select
    compared.suspects,
    compared.all_before as likes,
    compared.likes_before as suspects_likes,
    -1 as sign,
    compared.all_comments_before::bigint as comments,
    (compared.all_comments_before - compared.comments_before)::bigint as others_comments
  from compared
  where compared.all_before > 0 and (compared.likes_before <> 0 or compared.comments_before <> 0)
  union all
  select
    compared.suspects,
    compared.all_likes,
    compared.likes,
    1,
    compared.all_comments,
    compared.all_comments - compared.comments
  from compared
  where compared.all_likes > 0 and (compared.likes <> 0 or compared.comments <> 0)
),

counted as (
  insert into insights.like_mix as mix
    (actors, likes, suspects_likes, photos, comments, comments_squared, others_comments,
      others_comments_squared)
  select
    mixed.suspects,
    mixed.likes,
    mixed.suspects_likes,
    sum(mixed.sign),
    sum(mixed.sign * mixed.comments),
    sum(mixed.sign * mixed.comments * mixed.comments),
    sum(mixed.sign * mixed.others_comments),
    sum(mixed.sign * mixed.others_comments * mixed.others_comments)
  from mixed
  group by mixed.suspects, mixed.likes, mixed.suspects_likes
  order by mixed.suspects, mixed.likes, mixed.suspects_likes
  on conflict (actors, likes, suspects_likes) do update
  set
    photos = mix.photos + excluded.photos,
    comments = mix.comments + excluded.comments,
    comments_squared = mix.comments_squared + excluded.comments_squared,
    others_comments = mix.others_comments + excluded.others_comments,
    others_comments_squared = mix.others_comments_squared + excluded.others_comments_squared
),

moved as (
  select
    compared.suspects,
    sum(
      coalesce(trunc(1000000000000::numeric * compared.likes / nullif(compared.all_likes, 0)), 0)
        - coalesce(
          trunc(1000000000000::numeric * compared.likes_before / nullif(compared.all_before, 0)),
          0)) as like_shares
  from compared
  group by compared.suspects
)

update insights.suspect_total
set like_shares = suspect_total.like_shares + moved.like_shares
from moved
where suspect_total.suspects = moved.suspects
