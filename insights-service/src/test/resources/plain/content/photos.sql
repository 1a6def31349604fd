-- Which photos are there, in an order, and what is there to know about them?
--
-- grain: one row a photo, by the order; of equal ones, the lower id first
-- parameters:
--   $1 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $2 numeric  the share
--   $3 text     ENGAGEMENT, LIKES, COMMENTS or NEWEST first
--   $4 numeric  weight of a comment; engagement is likes + weight x comments

with liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $1::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $1::text = 'LIKED_SHARE'
    and liked.likes >= $2::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
),

photo_likes as (
  select
    likes.photo_id,
    count(*) as likes,
    count(suspect.user_id) as suspects_likes
  from facts.likes
  left join suspect on suspect.user_id = likes.user_id
  group by likes.photo_id
),

photo_comments as (
  select comments.photo_id, count(*) as comments
  from facts.comments
  group by comments.photo_id
),

photo as (
  select
    photos.id,
    photos.owner_id,
    photos.created_at,
    photos.image_url,
    coalesce(photo_likes.likes, 0) as likes,
    coalesce(photo_likes.suspects_likes, 0) as suspects_likes,
    coalesce(photo_comments.comments, 0) as comments,
    coalesce(photo_likes.likes, 0) + $4::numeric * coalesce(photo_comments.comments, 0)
      as engagement
  from facts.photos
  left join photo_likes on photo_likes.photo_id = photos.id
  left join photo_comments on photo_comments.photo_id = photos.id
),

ranked as (
  select
    photo.id,
    rank() over (
      order by
        case $3::text
          when 'ENGAGEMENT' then photo.engagement
          when 'LIKES' then photo.likes
          when 'COMMENTS' then photo.comments
          when 'NEWEST' then extract(epoch from photo.created_at)
        end desc) as rank
  from photo
)

select
  photo.id as photo_id,
  photo.owner_id,
  users.username as owner_username,
  photo.created_at,
  photo.image_url,
  array(
    select tags.name
    from facts.photo_tags
    join facts.tags on tags.id = photo_tags.tag_id
    where photo_tags.photo_id = photo.id
    order by tags.name, tags.id
  ) as tags,
  photo.likes,
  photo.comments,
  photo.engagement::double precision as engagement,
  ranked.rank,
  photo.suspects_likes,
  photo.suspects_likes::double precision / nullif(photo.likes, 0) as suspects_share
from photo
join ranked on ranked.id = photo.id
left join facts.users on users.id = photo.owner_id
order by ranked.rank, photo.id
