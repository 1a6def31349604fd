-- What is the sum over the photos of the suspects' share of their likes?
--
-- grain: one row a set
-- parameters: none

with liked as (
  select likes.photo_id, suspect.suspects, count(*) as likes
  from recompute.likes
  join recompute.suspect on suspect.user_id = likes.user_id
  group by likes.photo_id, suspect.suspects
),

every_like as (
  select likes.photo_id, count(*) as likes
  from recompute.likes
  group by likes.photo_id
)

select
  sets.suspects,
  coalesce(sum(trunc(1000000000000::numeric * liked.likes / every_like.likes)), 0) as like_shares
from (values ('LIKED_SHARE'), ('DETECTOR'), ('CONFIRMED')) as sets (suspects)
left join (liked join every_like on every_like.photo_id = liked.photo_id)
  on liked.suspects = sets.suspects
group by sets.suspects
