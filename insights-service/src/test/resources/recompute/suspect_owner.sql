-- Whom do suspects follow, and on whose photos do they like and comment?
--
-- grain: one row a set and account that its suspects follow, like or comment on
-- parameters: none

select
  actors_event.actors as suspects,
  case
    when actors_event.kind = 'FOLLOWS' then actors_event.subject_id
    else actors_event.owner_id
  end as owner_id,
  count(*) filter (where actors_event.kind = 'LIKES') as likes,
  count(*) filter (where actors_event.kind = 'COMMENTS') as comments,
  count(*) filter (where actors_event.kind = 'FOLLOWS') as followers
from recompute.actors_event
where actors_event.actors <> 'EVERYONE' and actors_event.kind in ('LIKES', 'COMMENTS', 'FOLLOWS')
group by 1, 2
