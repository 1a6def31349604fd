-- Whose photos are liked, and who has likes, comments and followers of suspects?
--
-- grain: one row an account
-- parameters: none

select
  case actors_event.kind
    when 'FOLLOWS' then actors_event.subject_id
    else actors_event.owner_id
  end as owner_id,
  count(*) filter (where actors_event.actors = 'EVERYONE' and actors_event.kind = 'LIKES') as likes,
  count(*) filter (
    where actors_event.actors = 'LIKED_SHARE' and actors_event.kind = 'LIKES')
    as liked_share_likes,
  count(*) filter (
    where actors_event.actors = 'LIKED_SHARE' and actors_event.kind = 'COMMENTS')
    as liked_share_comments,
  count(*) filter (
    where actors_event.actors = 'LIKED_SHARE' and actors_event.kind = 'FOLLOWS')
    as liked_share_followers,
  count(*) filter (
    where actors_event.actors = 'DETECTOR' and actors_event.kind = 'LIKES')
    as detector_likes,
  count(*) filter (
    where actors_event.actors = 'DETECTOR' and actors_event.kind = 'COMMENTS')
    as detector_comments,
  count(*) filter (
    where actors_event.actors = 'DETECTOR' and actors_event.kind = 'FOLLOWS')
    as detector_followers,
  count(*) filter (
    where actors_event.actors = 'CONFIRMED' and actors_event.kind = 'LIKES')
    as confirmed_likes,
  count(*) filter (
    where actors_event.actors = 'CONFIRMED' and actors_event.kind = 'COMMENTS')
    as confirmed_comments,
  count(*) filter (
    where actors_event.actors = 'CONFIRMED' and actors_event.kind = 'FOLLOWS')
    as confirmed_followers
from recompute.actors_event
where actors_event.kind = 'LIKES'
  or (actors_event.kind in ('COMMENTS', 'FOLLOWS') and actors_event.actors <> 'EVERYONE')
group by 1
