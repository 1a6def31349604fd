-- Who enters or leaves a set of suspects?
--
-- after: select insights.stage()
-- grain: one row an account, staged
-- parameters: none
--
-- LIKED_SHARE: liked at least 5 % of all photos, and one. Whoever is not in it can only enter by
-- liking, or by photos going; whoever is can only leave by unliking, or by photos coming.

with looked_at as (
  select suspect.user_id from insights.suspect where suspect.suspects = 'LIKED_SHARE'
  union
  select change.user_id
  from change
  where change.kind = 'LIKES' and change.actors = 'EVERYONE'
  union
  select account.user_id
  from insights.account
  where account.likes > 0
    and exists (
      select from change
      where change.kind = 'PHOTOS' and change.sign = -1 and change.actors = 'EVERYONE')
),

liked_share as (
  select
    'LIKED_SHARE'::insights.actors as suspects,
    looked_at.user_id,
    account.likes > 0 and 20::bigint * account.likes >= network.photos as flagged
  from looked_at
  join insights.account on account.user_id = looked_at.user_id
  cross join insights.network
),

published as (
  select distinct on (flagged_change.suspects, flagged_change.user_id)
    flagged_change.suspects::insights.actors as suspects,
    flagged_change.user_id,
    flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.id > (select roll_up.flagged_change_id from insights.roll_up)
  order by flagged_change.suspects, flagged_change.user_id, flagged_change.id desc
),

wanted as (
  select liked_share.suspects, liked_share.user_id, liked_share.flagged from liked_share
  union all
  select published.suspects, published.user_id, published.flagged from published
)

insert into suspect_move (suspects, user_id, sign)
select wanted.suspects, wanted.user_id, case when wanted.flagged then 1 else -1 end
from wanted
left join insights.suspect
  on suspect.suspects = wanted.suspects and suspect.user_id = wanted.user_id
where wanted.flagged <> (suspect.user_id is not null)
