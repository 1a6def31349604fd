-- Which photos have most likes, comments, or both, weighted?
--
-- grain: one row a photo of the page, the most engaged first, then the lower id
-- parameters:
--   $1 bigint            weight of a like
--   $2 bigint            weight of a comment
--   $3 double precision  those wanted have 2 x likes + 3 x comments of at least this
--   $4 bigint            if not null: behind the photo with this engagement
--   $5 bigint            and this id
--   $6 integer           photos wanted
--
-- All that have more than those wanted are looked at as well, so the ranks are right.

with engaged as (
  select
    photo.photo_id, $1::bigint * photo.likes + $2::bigint * photo.comments as engagement
  from insights.photo
  where photo.engagement_level >= insights.engagement_level($3::double precision)
),

ranked as (
  select
    engaged.photo_id,
    engaged.engagement,
    rank() over (order by engaged.engagement desc) as rank
  from engaged
)

select ranked.photo_id, ranked.engagement as position, ranked.rank
from ranked
where $4::bigint is null
  or ranked.engagement < $4::bigint
  or (ranked.engagement = $4::bigint and ranked.photo_id > $5::bigint)
order by ranked.engagement desc, ranked.photo_id
limit $6::integer
