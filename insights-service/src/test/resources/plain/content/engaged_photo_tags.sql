-- Which tags do highly engaged photos carry? (3a)
--
-- grain: one row a tag name, by the order; tags that share a name are counted together
-- parameters:
--   $1 numeric  share of all photos to take, rounded up to whole photos; ties with the last are in,
--               photos without any engagement are not
--   $2 numeric  if not null: take the photos with at least this engagement instead
--   $3 numeric  weight of a comment; engagement is likes + weight x comments
--   $4 text     LIKES: the most liked first; otherwise the most used

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
  min(tags.id) as tag_id,
  tags.name,
  count(*) as uses,
  sum(highly_engaged.likes)::bigint as likes
from highly_engaged
join facts.photo_tags on photo_tags.photo_id = highly_engaged.photo_id
join facts.tags on tags.id = photo_tags.tag_id
group by tags.name
order by
  case when $4::text = 'LIKES' then sum(highly_engaged.likes) else count(*) end desc, tag_id
