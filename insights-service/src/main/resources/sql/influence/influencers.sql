-- Which of these users have most influence, and why? (4)
--
-- grain: one row a user of the page, in order; a single row without a user if there is none
-- parameters:
--   $1 bigint[]          ids of the users to look at
--   $2 bigint[]          ids of all suspects
--   $3 text              their set, as in insights.actors; null: in place of it the next four,
--   $4 bigint[]            users whom suspects follow, or whose photos they liked or commented on
--   $5 bigint[]            likes,
--   $6 bigint[]            comments
--   $7 bigint[]            and followers that these users have from suspects
--   $8 text              order: FOLLOWERS or SCORE
--   $9 double precision  begin behind a user with this value of the order; null: at the start
--   $10 bigint           and this id
--   $11 integer          users wanted
--
-- The score, 0 to 100, leaves suspects' followers, likes and comments out. It is
-- 100 x the cube root of reach x attention x engagement, each x / (x + benchmark):
--   reach       x = followers,                         benchmark = a tenth of all users
--   attention   x = followers / accounts followed,     benchmark = 1
--   engagement  x = (likes + 1.5 x comments) / photos, benchmark = the same over all photos
-- Where there is nothing to divide, the part is 0, but for attention 1 if followed by anybody.

with suspects_doing as (
  select
    coalesce(sum(account.likes), 0) as likes,
    coalesce(sum(account.comments), 0) as comments
  from insights.account
  where account.user_id = any ($2::bigint[])
),

network as (
  select
    network.users,
    ((network.likes - suspects_doing.likes) + 1.5 * (network.comments - suspects_doing.comments))
        ::double precision
      / nullif(network.photos, 0) as engagement
  from insights.network
  cross join suspects_doing
),

given as (
  select given.owner_id, given.likes, given.comments, given.followers
  from unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
    as given (owner_id, likes, comments, followers)
),

chosen as (
  select
    account.user_id,
    account.username,
    account.followers,
    account.follows,
    account.photos,
    account.likes_received,
    account.comments_received,
    coalesce(
      case $3::text
        when 'LIKED_SHARE' then received.liked_share_followers
        when 'DETECTOR' then received.detector_followers
        when 'CONFIRMED' then received.confirmed_followers
        else given.followers
      end,
      0) as suspected_followers,
    coalesce(
      case $3::text
        when 'LIKED_SHARE' then received.liked_share_likes
        when 'DETECTOR' then received.detector_likes
        when 'CONFIRMED' then received.confirmed_likes
        else given.likes
      end,
      0) as suspected_likes,
    coalesce(
      case $3::text
        when 'LIKED_SHARE' then received.liked_share_comments
        when 'DETECTOR' then received.detector_comments
        when 'CONFIRMED' then received.confirmed_comments
        else given.comments
      end,
      0) as suspected_comments
  from insights.account
  left join insights.received on received.owner_id = account.user_id
  left join given on given.owner_id = account.user_id
  where account.user_id = any ($1::bigint[])
    and account.created_at is not null
  -- each worked out once, and not wherever it is used below
  offset 0
),

weighed as (
  select
    chosen.user_id,
    chosen.username,
    chosen.followers,
    chosen.follows,
    chosen.photos,
    chosen.likes_received,
    chosen.comments_received,
    chosen.suspected_followers,
    chosen.suspected_likes,
    chosen.suspected_comments,
    (chosen.followers - chosen.suspected_followers)::double precision as true_followers,
    coalesce(
      ((chosen.likes_received - chosen.suspected_likes)
          + 1.5 * (chosen.comments_received - chosen.suspected_comments))::double precision
        / nullif(chosen.photos, 0),
      0) as true_engagement,
    0.1::double precision * network.users as reach_benchmark,
    coalesce(network.engagement, 0) as engagement_benchmark,
    network.users
  from chosen
  cross join network
),

parted as (
  select
    weighed.user_id,
    weighed.username,
    weighed.followers,
    weighed.follows,
    weighed.photos,
    weighed.likes_received,
    weighed.comments_received,
    weighed.suspected_followers,
    weighed.suspected_likes,
    weighed.suspected_comments,
    weighed.true_followers,
    weighed.true_engagement,
    weighed.reach_benchmark,
    weighed.engagement_benchmark,
    weighed.users,
    coalesce(
      weighed.true_followers / nullif(weighed.true_followers + weighed.reach_benchmark, 0), 0)
      as reach,
    coalesce(weighed.true_followers / nullif(weighed.true_followers + weighed.follows, 0), 0)
      as attention,
    coalesce(
      weighed.true_engagement
        / nullif(weighed.true_engagement + weighed.engagement_benchmark, 0),
      0) as engagement
  from weighed
),

scored as materialized (
  select
    parted.user_id,
    parted.username,
    parted.followers,
    parted.follows,
    parted.photos,
    parted.likes_received,
    parted.comments_received,
    parted.suspected_followers,
    parted.suspected_likes,
    parted.suspected_comments,
    parted.true_followers,
    parted.true_engagement,
    parted.reach_benchmark,
    parted.engagement_benchmark,
    parted.users,
    parted.reach,
    parted.attention,
    parted.engagement,
    100 * cbrt(parted.reach * parted.attention * parted.engagement) as score
  from parted
),

ordered as not materialized (
  select
    scored.user_id,
    case $8::text
      when 'FOLLOWERS' then scored.followers::double precision
      when 'SCORE' then scored.score
    end as value
  from scored
),

page as (
  select ordered.user_id, ordered.value
  from ordered
  where $9::double precision is null
    or ordered.value < $9::double precision
    or (ordered.value = $9::double precision and ordered.user_id > $10::bigint)
  order by ordered.value desc, ordered.user_id
  limit $11::integer
)

select
  (select count(*) from scored) as chosen,
  network.users,
  scored.user_id,
  scored.username,
  scored.followers,
  scored.follows,
  scored.photos,
  scored.likes_received,
  scored.comments_received,
  scored.suspected_followers,
  scored.suspected_likes,
  scored.suspected_comments,
  scored.true_followers,
  scored.true_engagement,
  scored.reach_benchmark,
  scored.engagement_benchmark,
  scored.reach,
  scored.attention,
  scored.engagement,
  scored.score,
  page.value
from network
left join (page join scored on scored.user_id = page.user_id) on true
order by page.value desc, page.user_id
