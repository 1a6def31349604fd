-- Which photos are the newest?
--
-- grain: one row a photo of the page, the newest first, then the lower id
-- parameters:
--   $1 bigint   if not null: behind the photo posted so many microseconds after 1970-01-01 UTC
--   $2 bigint   and with this id
--   $3 integer  photos wanted

with behind as (
  select
    timestamptz '1970-01-01 00:00Z' + $1::bigint * interval '1 microsecond' as created_at,
    $2::bigint as photo_id
),

page as (
  select photo.photo_id, photo.created_at
  from insights.photo
  where $1::bigint is null
    or photo.created_at < (select behind.created_at from behind)
    or (
      photo.created_at = (select behind.created_at from behind)
      and photo.photo_id > (select behind.photo_id from behind))
  order by photo.created_at desc, photo.photo_id
  limit $3::integer
),

before as (
  select
    count(*) filter (where photo.created_at > behind.created_at) as newer,
    count(*) filter (
      where photo.created_at > behind.created_at
        or (photo.created_at = behind.created_at and photo.photo_id <= behind.photo_id)) as photos
  from behind
  join insights.photo on $1::bigint is not null and photo.created_at >= behind.created_at
)

select
  page.photo_id,
  (extract(epoch from page.created_at) * 1000000)::bigint as position,
  case
    when page.created_at = behind.created_at then 1 + before.newer
    else before.photos + rank() over (order by page.created_at desc)
  end as rank
from page
cross join behind
cross join before
order by page.created_at desc, page.photo_id
