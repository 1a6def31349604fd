-- How have accounts scored in earlier runs?
--
-- grain: one row an account and run whose score is kept; at most 50 an account, the latest first
-- parameters:
--   $1 the accounts

with wanted as (
  select distinct wanted.user_id
  from unnest($1::bigint[]) as wanted (user_id)
)
select wanted.user_id, past.run_id, past.finished_at, past.score
from wanted
cross join lateral (
  select score.run_id, run.finished_at, score.score
  from moderation.score
  join moderation.run on run.id = score.run_id
  where score.user_id = wanted.user_id
  order by score.run_id desc
  limit 50
) as past
order by wanted.user_id, past.run_id desc
