-- How much more, or less, do accounts engage with each other's photos, and what does that do to the
-- sums of the photos' owners?
--
-- after: select insights.stage()
-- grain: one row an owner, staged; pairs have their new counts when this has run
-- parameters: none

with added as (
  select
    change.owner_id,
    change.user_id as actor_id,
    (coalesce(sum(change.sign) filter (where change.kind = 'LIKES'), 0))::integer as likes,
    (coalesce(sum(change.sign) filter (where change.kind = 'COMMENTS'), 0))::integer as comments
  from change
  where change.kind in ('LIKES', 'COMMENTS')
  group by change.owner_id, change.user_id
),

compared as (
  select
    added.owner_id,
    added.actor_id,
    coalesce(pair.likes, 0) as likes_before,
    coalesce(pair.comments, 0) as comments_before,
    coalesce(pair.likes, 0) + added.likes as likes,
    coalesce(pair.comments, 0) + added.comments as comments
  from added
  left join insights.pair on pair.owner_id = added.owner_id and pair.actor_id = added.actor_id
  where added.likes <> 0 or added.comments <> 0
),

gone as (
  delete from insights.pair
  using compared
  where pair.owner_id = compared.owner_id
    and pair.actor_id = compared.actor_id
    and compared.likes = 0
    and compared.comments = 0
),

written as (
  insert into insights.pair (owner_id, actor_id, likes, comments)
  select compared.owner_id, compared.actor_id, compared.likes, compared.comments
  from compared
  where compared.likes <> 0 or compared.comments <> 0
  order by compared.owner_id, compared.actor_id
  on conflict (owner_id, actor_id) do update
  set likes = excluded.likes, comments = excluded.comments
)

insert into account_change
  (user_id, likes_received, comments_received, admirers, likes_squared, likes_by_comments,
    comments_squared)
select
  compared.owner_id,
  sum(compared.likes - compared.likes_before),
  sum(compared.comments - compared.comments_before),
  sum(
    (compared.likes + compared.comments > 0)::integer
      - (compared.likes_before + compared.comments_before > 0)::integer),
  sum(compared.likes::bigint * compared.likes - compared.likes_before::bigint * compared.likes_before),
  sum(
    compared.likes::bigint * compared.comments
      - compared.likes_before::bigint * compared.comments_before),
  sum(compared.comments::bigint * compared.comments
      - compared.comments_before::bigint * compared.comments_before)
from compared
group by compared.owner_id
