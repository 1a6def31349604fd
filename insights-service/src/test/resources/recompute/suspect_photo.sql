-- How many likes and comments of suspects have the photos?
--
-- grain: one row a set and photo that its suspects liked or commented on
-- parameters: none

select
  actors_event.actors as suspects,
  actors_event.subject_id as photo_id,
  count(*) filter (where actors_event.kind = 'LIKES') as likes,
  count(*) filter (where actors_event.kind = 'COMMENTS') as comments
from recompute.actors_event
where actors_event.actors <> 'EVERYONE' and actors_event.kind in ('LIKES', 'COMMENTS')
group by actors_event.actors, actors_event.subject_id
