-- Who are the suspected bots, and how much of the network are they? (5)
--
-- grain: one row a suspected bot, most likes first; a single row without a user if there is none
-- parameters:
--   $1 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $2 numeric  the share

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
    (select count(*) from facts.photos) as photos,
    (select count(*) from facts.likes) as likes
),

bot as (
  select users.id, users.username, coalesce(liked.likes, 0) as likes
  from suspect
  join facts.users on users.id = suspect.user_id
  left join liked on liked.user_id = suspect.user_id
)

select
  bot.id as user_id,
  bot.username,
  bot.likes,
  coalesce(bot.likes::double precision / nullif(network.photos, 0), 0) as liked_share,
  count(bot.id) over ()::double precision / nullif(network.users, 0) as share_of_users,
  coalesce(sum(bot.likes) over (), 0)::bigint as suspects_likes,
  (coalesce(sum(bot.likes) over (), 0) / nullif(network.likes, 0))::double precision
    as share_of_likes
from network
left join bot on true
order by bot.likes desc, bot.id
