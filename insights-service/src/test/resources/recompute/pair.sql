-- Who likes and comments on whose photos?
--
-- grain: one row an owner and account that liked or commented on the owner's photos
-- parameters: none

select
  event.owner_id,
  event.user_id as actor_id,
  count(*) filter (where event.kind = 'LIKES') as likes,
  count(*) filter (where event.kind = 'COMMENTS') as comments
from recompute.event
where event.kind in ('LIKES', 'COMMENTS')
group by event.owner_id, event.user_id
