-- What engagement do the first photos have at least? The photos of the highest levels, as many as
-- are wanted, have a lowest one among them; so no photo of the first has less.
--
-- grain: one row
-- parameters:
--   $1 bigint   weight of a like
--   $2 bigint   weight of a comment
--   $3 numeric  photos wanted, as a share of all photos, rounded up to whole photos
--   $4 bigint   if not null: photos wanted instead

with wanted as (
  select network.photos, coalesce($4::bigint, ceil($3::numeric * network.photos)::bigint) as wanted
  from insights.network
),

highest as (
  select $1::bigint * photo.likes + $2::bigint * photo.comments as engagement
  from insights.photo
  order by photo.engagement_level desc
  limit (select wanted.wanted from wanted)
)

select
  wanted.photos,
  wanted.wanted,
  (select min(highest.engagement) from highest) as least
from wanted
