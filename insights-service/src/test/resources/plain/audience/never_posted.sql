-- Who has never posted a photo?
--
-- grain: one row a user, the most active first
-- parameters: none

with acted as (
  select likes.user_id from facts.likes
  union all
  select comments.user_id from facts.comments
  union all
  select follows.follower_id from facts.follows
)

select users.id as user_id, users.username, count(acted.user_id) as activity
from facts.users
left join acted on acted.user_id = users.id
where users.id not in (select photos.owner_id from facts.photos)
group by users.id, users.username
order by activity desc, users.id
