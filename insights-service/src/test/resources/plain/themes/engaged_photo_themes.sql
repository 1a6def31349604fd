-- Which themes do the tags of highly engaged photos belong to? (3a, read as themes)
--
-- grain: one row a theme, the most used first, unused ones too
-- parameters:
--   $1 numeric  share of all photos to take, rounded up to whole photos; ties with the last are in,
--               photos without any engagement are not
--   $2 numeric  if not null: take the photos with at least this engagement instead
--   $3 numeric  weight of a comment; engagement is likes + weight x comments
--
-- A tag whose name stands under several themes counts in each of them.

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
),

tagged as (
  select photo_tags.photo_id, tags.name
  from highly_engaged
  join facts.photo_tags on photo_tags.photo_id = highly_engaged.photo_id
  join facts.tags on tags.id = photo_tags.tag_id
)

select
  tag_theme.theme,
  count(tagged.photo_id) as uses,
  count(distinct tagged.photo_id) as photos
from insights.tag_theme
left join tagged on tagged.name = tag_theme.tag
group by tag_theme.theme
order by uses desc, tag_theme.theme
