-- What is known of this account: how it scores and why, where its review stands, what was decided?
--
-- grain: one row if the account is there or has ever had a case, else none
-- parameters:
--   $1 account id
--
-- Of an account that does not stand flagged the score is the latest run's, if it is stored.

with known as (
  select wanted.user_id, users.username
  from (select $1::bigint as user_id) as wanted
  left join facts.users on users.id = wanted.user_id
  where users.id is not null
    or exists (select from moderation.review where review.user_id = wanted.user_id)
),
scored as (
  select score.user_id, score.run_id, score.score
  from moderation.score
  where score.user_id = $1
    and score.run_id = (select max(run.id) from moderation.run)
    and not exists (select from moderation.flagged_account where flagged_account.user_id = $1)
)
select
  known.user_id, known.username,
  coalesce(flagged_account.run_id, scored.run_id) as run_id,
  coalesce(flagged_account.score, scored.score) as score,
  flagged_account.state, coalesce(review.version, 0) as version, flagged_account.decided_at,
  coalesce(flagged_account.reasons, latest.reasons) as reasons,
  event.actor, note.note
from known
left join moderation.review on review.user_id = known.user_id
left join moderation.flagged_account on flagged_account.user_id = known.user_id
left join moderation.event
  on event.case_id = flagged_account.case_id and event.version = flagged_account.standing_version
left join moderation.note on note.case_id = event.case_id and note.version = event.version
left join scored on scored.user_id = known.user_id
cross join lateral (
  select
    coalesce(
      jsonb_agg(
        jsonb_build_object(
          'signal', contribution.signal,
          'value', contribution.value,
          'contribution', contribution.contribution,
          'sentence', contribution.sentence)
        order by contribution.contribution desc, contribution.signal),
      '[]') as reasons
  from moderation.contribution
  where contribution.run_id = scored.run_id and contribution.user_id = scored.user_id
) as latest
