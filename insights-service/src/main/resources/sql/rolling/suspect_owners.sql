-- Who is followed by suspects, and on whose photos do they like and comment?
--
-- after: select insights.stage()
-- grain: one row an account that changes
-- parameters: none

with added as (
  select
    change.actors as suspects,
    case change.kind when 'FOLLOWS' then change.subject_id else change.owner_id end as owner_id,
    coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0) as likes,
    coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0) as comments,
    coalesce(sum(change.sign) filter (where change.kind = 'FOLLOWS'), 0) as followers
  from change
  where change.actors <> 'EVERYONE' and change.kind in ('LIKES', 'COMMENTS', 'FOLLOWS')
  group by 1, 2
)

insert into insights.suspect_owner as owner (suspects, owner_id, likes, comments, followers)
select added.suspects, added.owner_id, added.likes, added.comments, added.followers
from added
order by added.suspects, added.owner_id
on conflict (suspects, owner_id) do update
set
  likes = owner.likes + excluded.likes,
  comments = owner.comments + excluded.comments,
  followers = owner.followers + excluded.followers
