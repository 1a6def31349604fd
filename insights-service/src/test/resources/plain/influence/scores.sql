-- How influential is each user, and why?
--
-- grain: one row a user, the most influential first
-- parameters:
--   $1 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $2 numeric  the share
--
-- 100 x the cube root of reach x attention x engagement, each x / (x + benchmark), suspects'
-- followers, likes and comments left out.

with liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $1::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $1::text = 'LIKED_SHARE'
    and liked.likes >= $2::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
),

network as (
  select
    (select count(*) from facts.users) as users,
    (
      (select count(*) from facts.likes
        where likes.user_id not in (select suspect.user_id from suspect))
      + 1.5 * (select count(*) from facts.comments
        where comments.user_id not in (select suspect.user_id from suspect))
    )::double precision / nullif((select count(*) from facts.photos), 0) as engagement
),

counted as (
  select
    users.id as user_id,
    users.username,
    (select count(*) from facts.photos where photos.owner_id = users.id) as photos,
    (select count(*) from facts.follows where follows.follower_id = users.id) as following,
    (select count(*) from facts.follows where follows.followee_id = users.id) as followers,
    (
      select count(*)
      from facts.follows
      where follows.followee_id = users.id
        and follows.follower_id in (select suspect.user_id from suspect)
    ) as bot_followers,
    (
      select count(*)
      from facts.likes
      join facts.photos on photos.id = likes.photo_id
      where photos.owner_id = users.id
    ) as likes,
    (
      select count(*)
      from facts.likes
      join facts.photos on photos.id = likes.photo_id
      where photos.owner_id = users.id
        and likes.user_id in (select suspect.user_id from suspect)
    ) as bot_likes,
    (
      select count(*)
      from facts.comments
      join facts.photos on photos.id = comments.photo_id
      where photos.owner_id = users.id
    ) as comments,
    (
      select count(*)
      from facts.comments
      join facts.photos on photos.id = comments.photo_id
      where photos.owner_id = users.id
        and comments.user_id in (select suspect.user_id from suspect)
    ) as bot_comments
  from facts.users
),

weighed as (
  select
    counted.user_id,
    (counted.followers - counted.bot_followers)::double precision as followers,
    counted.following,
    case
      when counted.photos = 0 then 0
      else
        ((counted.likes - counted.bot_likes) + 1.5 * (counted.comments - counted.bot_comments))
            ::double precision
          / counted.photos
    end as engagement
  from counted
),

parted as (
  select
    weighed.user_id,
    weighed.followers / (weighed.followers + network.users / 10.0::double precision) as reach,
    case
      when weighed.followers = 0 then 0
      else weighed.followers / (weighed.followers + weighed.following)
    end as attention,
    case
      when weighed.engagement = 0 then 0
      else weighed.engagement / (weighed.engagement + network.engagement)
    end as engagement
  from weighed
  cross join network
)

select
  counted.user_id,
  counted.username,
  counted.photos,
  counted.following,
  counted.followers,
  counted.bot_followers,
  counted.likes,
  counted.bot_likes,
  counted.comments,
  counted.bot_comments,
  parted.reach,
  parted.attention,
  parted.engagement,
  100 * cbrt(parted.reach * parted.attention * parted.engagement) as score
from counted
join parted on parted.user_id = counted.user_id
order by score desc, counted.user_id
