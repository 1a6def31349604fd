-- How much does a user engage with an influencer's photos, and how much with somebody else's? (4c)
--
-- grain: one row
-- parameters:
--   $1 numeric  an influencer is followed by more than this share of all users
--   $2 integer  if not null: influencers are this many most followed instead, the lower id first
--   $3 numeric  weight of a comment; a pair's engagement is likes + weight x comments
--   $4 text     LIKED_SHARE: a suspect has liked a share of all photos, and at least one; DETECTOR or
--               CONFIRMED: a suspect stands flagged in this set
--   $5 numeric  the share
--
-- A pair is an acting user and a photo owner, where the first liked or commented on at least one
-- photo of the second; people who engage with their own photos are such pairs too. The variance is
-- the population's. Over no pairs, mean and variance are null.

with liked as (
  select likes.user_id, count(*) as likes
  from facts.likes
  group by likes.user_id
),

flagged as (
  select distinct on (flagged_change.user_id) flagged_change.user_id, flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.suspects = $4::text
    and flagged_change.id <= (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.user_id, flagged_change.id desc
),

suspect as (
  select liked.user_id
  from liked
  where $4::text = 'LIKED_SHARE'
    and liked.likes >= $5::numeric * (select count(*) from facts.photos)
  union all
  select flagged.user_id
  from flagged
  where flagged.flagged
),

follower as (
  select follows.followee_id as user_id, count(*) as followers
  from facts.follows
  group by follows.followee_id
),

influencer as (
  select follower.user_id, follower.followers
  from follower
  where $2::integer is not null
    or follower.followers > $1::numeric * (select count(*) from facts.users)
  order by follower.followers desc, follower.user_id
  limit $2::integer
),

interaction as (
  select likes.user_id as actor_id, photos.owner_id, 1 as likes, 0 as comments
  from facts.likes
  join facts.photos on photos.id = likes.photo_id
  union all
  select comments.user_id, photos.owner_id, 0, 1
  from facts.comments
  join facts.photos on photos.id = comments.photo_id
),

pair as (
  select
    interaction.owner_id in (select influencer.user_id from influencer) as towards_influencer,
    interaction.owner_id in (select suspect.user_id from suspect) as towards_suspect,
    sum(interaction.likes) + $3::numeric * sum(interaction.comments) as engagement
  from interaction
  group by interaction.actor_id, interaction.owner_id
)

select
  count(*) filter (where towards_influencer) as influencers_pairs,
  (avg(engagement) filter (where towards_influencer))::double precision as influencers_mean,
  (var_pop(engagement) filter (where towards_influencer))::double precision
    as influencers_variance,
  count(*) filter (where not towards_influencer) as others_pairs,
  (avg(engagement) filter (where not towards_influencer))::double precision as others_mean,
  (var_pop(engagement) filter (where not towards_influencer))::double precision as others_variance,
  count(*) filter (where not towards_influencer and not towards_suspect) as unsuspected_pairs,
  (avg(engagement) filter (where not towards_influencer and not towards_suspect))::double precision
    as unsuspected_mean,
  (var_pop(engagement) filter (where not towards_influencer and not towards_suspect))
      ::double precision
    as unsuspected_variance
from pair
