-- Which accounts are to be reviewed, and by which run? A decision that stands is kept, unless it is a
-- dismissal and there is evidence that its moderator has not seen: a signal that did not contribute
-- to the score seen then, or log odds of the score that have risen.
--
-- grain: one event a case that the run opened; beside that each account that the run flagged has a
--   case, which names the run
-- parameters:
--   ?1 the run
--   ?2 the lowest score that flags
--   ?3 by how much the log odds have to rise, in nats
--
-- Whoever decides at this moment has the row of the case, and this waits for it. Then it sees the row
-- as it is, and all else as it was at the beginning, so that all it takes from elsewhere is of the run
-- or of an earlier one. A score of 0 or 1 counts as the next one that can be stored.

with flagged as (
  select score.user_id, score.run_id, score.score, run.finished_at
  from moderation.score
  join moderation.run on run.id = score.run_id
  where score.run_id = ?1 and score.score >= ?2
),
named as (
  insert into moderation.review as review (user_id, run_id, opened_run_id)
  select flagged.user_id, flagged.run_id, flagged.run_id
  from flagged
  order by flagged.user_id
  on conflict (user_id) do update
  set (
    run_id, state, version, standing_version, decided_at, seen_run_id, flagged_by_hand,
    opened_run_id
  ) = (
    select
      excluded.run_id,
      case when evidence.is_new then 'OPEN' else review.state end,
      case when evidence.is_new then review.version + 1 else review.version end,
      case when evidence.is_new then review.version + 1 else review.standing_version end,
      case when evidence.is_new then null else review.decided_at end,
      case when evidence.is_new then null else review.seen_run_id end,
      review.flagged_by_hand and not evidence.is_new,
      case when evidence.is_new then excluded.run_id else review.opened_run_id end
    from (
      select
        review.state = 'DISMISSED'
        and (
          exists (
            select
            from moderation.contribution
            where contribution.run_id = excluded.run_id
              and contribution.user_id = review.user_id
              and contribution.contribution > 0
              and not exists (
                select
                from moderation.contribution as seen
                where seen.run_id = review.seen_run_id
                  and seen.user_id = review.user_id
                  and seen.signal = contribution.signal
                  and seen.contribution > 0))
          or exists (
            select
            from moderation.score as found
            join moderation.score as seen on seen.user_id = found.user_id
            where found.run_id = excluded.run_id
              and found.user_id = review.user_id
              and seen.run_id = review.seen_run_id
              and ln(greatest(found.score, 0.000001) / greatest(1 - found.score, 0.000001))
                - ln(greatest(seen.score, 0.000001) / greatest(1 - seen.score, 0.000001)) >= ?3)
        ) as is_new
    ) as evidence
  )
  returning review.id, review.user_id, review.version, review.opened_run_id
)
insert into moderation.event (
  case_id, version, kind, from_state, to_state, happened_at, run_id, score)
select
  named.id, named.version, 'FLAGGED', case when named.version > 0 then 'DISMISSED' end, 'OPEN',
  flagged.finished_at, flagged.run_id, flagged.score
from named
join flagged on flagged.user_id = named.user_id
where named.opened_run_id = ?1
order by named.id
