-- With whom did accounts act together, and where?
--
-- grain: one row a score that rests on that
-- parameters:
--   $1 the runs of the scores
--   $2 the accounts of the scores, one a run

with wanted as (
  select distinct wanted.run_id, wanted.user_id
  from unnest($1::bigint[], $2::bigint[]) as wanted (run_id, user_id)
)
select score.run_id, score.user_id, score.evidence
from wanted
join moderation.score on score.run_id = wanted.run_id and score.user_id = wanted.user_id
where score.evidence is not null
order by score.run_id, score.user_id
