-- How many photos have more engagement than one has?
--
-- grain: one row; none if there is no such photo
-- parameters:
--   $1 bigint  weight of a like
--   $2 bigint  weight of a comment
--   $3 bigint  the photo

with asked as (
  select
    photo.photo_id, $1::bigint * photo.likes + $2::bigint * photo.comments as engagement
  from insights.photo
  where photo.photo_id = $3::bigint
)

select
  asked.photo_id,
  1 + (
    select count(*)
    from insights.photo
    where $1::bigint * photo.likes + $2::bigint * photo.comments > asked.engagement
  ) as rank
from asked
