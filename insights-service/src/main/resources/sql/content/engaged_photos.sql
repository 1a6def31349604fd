-- Which photos are highly engaged? (3a, 3b)
--
-- grain: one row a highly engaged photo, the most engaged first, then the lower id
-- parameters:
--   $1 bigint            weight of a like
--   $2 bigint            weight of a comment
--   $3 double precision  those wanted have 2 x likes + 3 x comments of at least this
--   $4 bigint            those wanted have an engagement of at least this
--   $5 bigint            the first so many; ties with the last are in

with engaged as (
  select
    photo.photo_id,
    photo.created_at,
    $1::bigint * photo.likes + $2::bigint * photo.comments as engagement,
    photo.likes,
    photo.tag_ids
  from insights.photo
  where photo.engagement_level >= insights.engagement_level($3::double precision)
),

first as (
  select engaged.photo_id, engaged.created_at, engaged.engagement, engaged.likes, engaged.tag_ids
  from engaged
  where engaged.engagement >= $4::bigint
  order by engaged.engagement desc
  fetch first ($5::bigint) rows with ties
)

select
  first.photo_id,
  first.created_at,
  first.engagement,
  rank() over (order by first.engagement desc) as rank,
  first.likes,
  first.tag_ids
from first
order by first.engagement desc, first.photo_id
