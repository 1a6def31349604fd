-- What is there to know about photos, of which at most 100 are asked for?
--
-- grain: one row a photo
-- parameters:
--   $1 bigint[]  the photos
--   $2 text      a published set of suspects, as in insights.actors; null if the likes of the
--                suspects that are meant are not at hand

select
  photo.photo_id,
  photo.owner_id,
  account.username as owner_username,
  photo.created_at,
  photos.image_url,
  photo.likes,
  photo.comments,
  array(
    select tag.name
    from insights.tag
    where tag.tag_id = any (photo.tag_ids)
    order by tag.name, tag.tag_id
  ) as tags,
  coalesce(suspect_photo.likes, 0) as suspects_likes
from insights.photo
left join insights.account on account.user_id = photo.owner_id
left join facts.photos on photos.id = photo.photo_id
left join insights.suspect_photo
  on suspect_photo.suspects = $2::text::insights.actors
  and suspect_photo.photo_id = photo.photo_id
where photo.photo_id = any ($1::bigint[])
