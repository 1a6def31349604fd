-- Which users come first by activity, rate, followers or registration, and what have they done?
--
-- grain: one row a user, in order
-- parameters:
--   $1 text  order: ACTIVITY, RATE, FOLLOWERS, NEWEST or OLDEST
--   $2 date  day at which the rate is measured; null: the UTC day after the newest event
--
-- By rate, only users who have one. Equal values share a rank, the lower id comes first.

with measuring_day as (
  select coalesce(
    $2::date,
    (greatest(
      (select max(users.created_at) from facts.users),
      (select max(photos.created_at) from facts.photos),
      (select max(likes.created_at) from facts.likes),
      (select max(comments.created_at) from facts.comments),
      (select max(follows.created_at) from facts.follows)) at time zone 'UTC')::date + 1
  ) as measured_on
),

counted as (
  select
    users.id as user_id,
    users.username,
    users.created_at,
    (select count(*) from facts.photos where photos.owner_id = users.id) as photos,
    (select count(*) from facts.likes where likes.user_id = users.id) as likes,
    (select count(*) from facts.comments where comments.user_id = users.id) as comments,
    (select count(*) from facts.follows where follows.follower_id = users.id) as following,
    (select count(*) from facts.follows where follows.followee_id = users.id) as followers,
    (
      select count(*)
      from facts.likes
      join facts.photos on photos.id = likes.photo_id
      where photos.owner_id = users.id
    ) as likes_received,
    (
      select count(*)
      from facts.comments
      join facts.photos on photos.id = comments.photo_id
      where photos.owner_id = users.id
    ) as comments_received
  from facts.users
),

rated as (
  select
    counted.user_id,
    counted.username,
    counted.created_at,
    counted.photos,
    counted.likes,
    counted.comments,
    counted.following,
    counted.followers,
    counted.likes_received,
    counted.comments_received,
    counted.photos + counted.likes + counted.comments + counted.following as activity,
    case
      when measuring_day.measured_on > (counted.created_at at time zone 'UTC')::date
      then
        (counted.photos + counted.likes + counted.comments + counted.following)::double precision
          / (measuring_day.measured_on - (counted.created_at at time zone 'UTC')::date)
    end as rate
  from counted
  cross join measuring_day
),

valued as (
  select
    rated.user_id,
    case $1::text
      when 'ACTIVITY' then rated.activity::numeric
      when 'RATE' then rated.rate::numeric
      when 'FOLLOWERS' then rated.followers
      when 'NEWEST' then extract(epoch from rated.created_at)
      when 'OLDEST' then -extract(epoch from rated.created_at)
    end as value
  from rated
)

select
  rated.user_id,
  rated.username,
  rated.created_at,
  rated.photos,
  rated.likes,
  rated.comments,
  rated.following,
  rated.followers,
  rated.likes_received,
  rated.comments_received,
  rated.activity,
  rated.rate,
  rank() over (order by valued.value desc) as rank
from rated
join valued on valued.user_id = rated.user_id
where valued.value is not null
order by rank, rated.user_id
