-- What does a moderator see of this account who is about to do something with it?
--
-- grain: one row: whether the account is there, whether it stands flagged, and the run and score that
--   are shown of it, null if none is stored
-- parameters:
--   ?1 account id

with wanted as (
  select cast(?1 as bigint) as user_id
)
select
  exists (select from facts.users where users.id = wanted.user_id) as registered,
  flagged_account.user_id is not null as flagged,
  coalesce(flagged_account.run_id, score.run_id) as run_id,
  cast(coalesce(flagged_account.score, score.score) as numeric) as score
from wanted
left join moderation.flagged_account on flagged_account.user_id = wanted.user_id
left join moderation.score
  on flagged_account.user_id is null
  and score.user_id = wanted.user_id
  and score.run_id = (select max(run.id) from moderation.run)
