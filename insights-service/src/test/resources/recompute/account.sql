-- What did accounts do, and what came to them?
--
-- grain: one row an account that registered, did something, or got something
-- parameters: none

with account as (
  select event.user_id from recompute.event
  union
  select follows.followee_id from recompute.follows
),

did as (
  select
    event.user_id,
    count(*) filter (where event.kind = 'PHOTOS') as photos,
    count(*) filter (where event.kind = 'LIKES') as likes,
    count(*) filter (where event.kind = 'COMMENTS') as comments,
    count(*) filter (where event.kind = 'FOLLOWS') as follows
  from recompute.event
  group by event.user_id
),

followed as (
  select follows.followee_id as user_id, count(*) as followers
  from recompute.follows
  group by follows.followee_id
),

admirer as (
  select
    event.owner_id as user_id,
    count(*) filter (where event.kind = 'LIKES') as likes,
    count(*) filter (where event.kind = 'COMMENTS') as comments
  from recompute.event
  where event.kind in ('LIKES', 'COMMENTS')
  group by event.owner_id, event.user_id
),

admired as (
  select
    admirer.user_id,
    sum(admirer.likes) as likes,
    sum(admirer.comments) as comments,
    count(*) as admirers,
    sum(admirer.likes * admirer.likes) as likes_squared,
    sum(admirer.likes * admirer.comments) as likes_by_comments,
    sum(admirer.comments * admirer.comments) as comments_squared
  from admirer
  group by admirer.user_id
)

select
  account.user_id,
  users.username,
  users.created_at,
  coalesce(did.photos, 0) as photos,
  coalesce(did.likes, 0) as likes,
  coalesce(did.comments, 0) as comments,
  coalesce(did.follows, 0) as follows,
  coalesce(followed.followers, 0) as followers,
  coalesce(admired.likes, 0) as likes_received,
  coalesce(admired.comments, 0) as comments_received,
  coalesce(admired.admirers, 0) as admirers,
  coalesce(admired.likes_squared, 0) as likes_squared,
  coalesce(admired.likes_by_comments, 0) as likes_by_comments,
  coalesce(admired.comments_squared, 0) as comments_squared
from account
left join recompute.users on users.id = account.user_id
left join did on did.user_id = account.user_id
left join followed on followed.user_id = account.user_id
left join admired on admired.user_id = account.user_id
