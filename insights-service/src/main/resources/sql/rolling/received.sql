-- Whose photos are liked, and who has likes, comments and followers of suspects?
--
-- after: select insights.stage()
-- grain: one row an account that changes
-- parameters: none

with added as (
  select
    case change.kind when 'FOLLOWS' then change.subject_id else change.owner_id end as owner_id,
    coalesce(sum(change.sign) filter (where change.actors = 'EVERYONE'), 0) as likes,
    coalesce(
      sum(change.sign) filter (where change.actors = 'LIKED_SHARE' and change.kind = 'LIKES'), 0)
      as liked_share_likes,
    coalesce(
      sum(change.sign) filter (where change.actors = 'LIKED_SHARE' and change.kind = 'COMMENTS'), 0)
      as liked_share_comments,
    coalesce(
      sum(change.sign) filter (where change.actors = 'LIKED_SHARE' and change.kind = 'FOLLOWS'), 0)
      as liked_share_followers,
    coalesce(
      sum(change.sign) filter (where change.actors = 'DETECTOR' and change.kind = 'LIKES'), 0)
      as detector_likes,
    coalesce(
      sum(change.sign) filter (where change.actors = 'DETECTOR' and change.kind = 'COMMENTS'), 0)
      as detector_comments,
    coalesce(
      sum(change.sign) filter (where change.actors = 'DETECTOR' and change.kind = 'FOLLOWS'), 0)
      as detector_followers,
    coalesce(
      sum(change.sign) filter (where change.actors = 'CONFIRMED' and change.kind = 'LIKES'), 0)
      as confirmed_likes,
    coalesce(
      sum(change.sign) filter (where change.actors = 'CONFIRMED' and change.kind = 'COMMENTS'), 0)
      as confirmed_comments,
    coalesce(
      sum(change.sign) filter (where change.actors = 'CONFIRMED' and change.kind = 'FOLLOWS'), 0)
      as confirmed_followers
  from change
  where change.kind = 'LIKES'
    or (change.kind in ('COMMENTS', 'FOLLOWS') and change.actors <> 'EVERYONE')
  group by 1
)

insert into insights.received as received
  (owner_id, likes, liked_share_likes, liked_share_comments, liked_share_followers,
    detector_likes, detector_comments, detector_followers, confirmed_likes,
    confirmed_comments, confirmed_followers)
select
  added.owner_id, added.likes, added.liked_share_likes, added.liked_share_comments,
  added.liked_share_followers, added.detector_likes, added.detector_comments,
  added.detector_followers, added.confirmed_likes, added.confirmed_comments,
  added.confirmed_followers
from added
order by added.owner_id
on conflict (owner_id) do update
set
  likes = received.likes + excluded.likes,
  liked_share_likes = received.liked_share_likes + excluded.liked_share_likes,
  liked_share_comments = received.liked_share_comments + excluded.liked_share_comments,
  liked_share_followers = received.liked_share_followers + excluded.liked_share_followers,
  detector_likes = received.detector_likes + excluded.detector_likes,
  detector_comments = received.detector_comments + excluded.detector_comments,
  detector_followers = received.detector_followers + excluded.detector_followers,
  confirmed_likes = received.confirmed_likes + excluded.confirmed_likes,
  confirmed_comments = received.confirmed_comments + excluded.confirmed_comments,
  confirmed_followers = received.confirmed_followers + excluded.confirmed_followers
