-- Which photos are highly engaged? (3a, 3b)
--
-- grain: one row a highly engaged photo, the most engaged first
-- parameters:
--   $1 numeric  share of all photos to take, rounded up to whole photos; ties with the last are in,
--               photos without any engagement are not
--   $2 numeric  if not null: take the photos with at least this engagement instead
--   $3 numeric  weight of a comment; engagement is likes + weight x comments

with liked as (
  select likes.photo_id, count(*) as likes
  from facts.likes
  group by likes.photo_id
),

commented as (
  select comments.photo_id, count(*) as comments
  from facts.comments
  group by comments.photo_id
),

engaged as (
  select
    photos.id as photo_id,
    photos.owner_id,
    photos.created_at,
    coalesce(liked.likes, 0) as likes,
    coalesce(commented.comments, 0) as comments,
    coalesce(liked.likes, 0) + $3::numeric * coalesce(commented.comments, 0) as engagement
  from facts.photos
  left join liked on liked.photo_id = photos.id
  left join commented on commented.photo_id = photos.id
),

ranked as (
  select
    engaged.photo_id,
    engaged.owner_id,
    engaged.created_at,
    engaged.likes,
    engaged.comments,
    engaged.engagement,
    rank() over (order by engaged.engagement desc) as place
  from engaged
),

highly_engaged as (
  select
    ranked.photo_id,
    ranked.owner_id,
    ranked.created_at,
    ranked.likes,
    ranked.comments,
    ranked.engagement
  from ranked
  where case
    when $2::numeric is not null then ranked.engagement >= $2::numeric
    else ranked.engagement > 0
      and ranked.place <= ceil($1::numeric * (select count(*) from facts.photos))
  end
)

select
  highly_engaged.photo_id,
  highly_engaged.owner_id,
  users.username as owner_username,
  highly_engaged.created_at,
  highly_engaged.likes,
  highly_engaged.comments,
  highly_engaged.engagement::double precision as engagement,
  rank() over (order by highly_engaged.engagement desc) as rank
from highly_engaged
left join facts.users on users.id = highly_engaged.owner_id
order by highly_engaged.engagement desc, highly_engaged.photo_id
