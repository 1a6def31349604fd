-- How many likes and comments do photos gain and lose?
--
-- after: select insights.stage()
-- grain: one row a photo whose likes or comments change, staged
-- parameters: none

insert into photo_change
  (photo_id, owner_id, likes_before, likes, comments_before, comments)
select
  photo.photo_id,
  photo.owner_id,
  photo.likes,
  photo.likes + coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0),
  photo.comments,
  photo.comments + coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0)
from change
join insights.photo on photo.photo_id = change.subject_id
where change.kind in ('LIKES', 'COMMENTS')
group by photo.photo_id
