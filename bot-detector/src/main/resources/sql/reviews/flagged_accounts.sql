-- Which accounts are flagged, how strongly, and why?
--
-- grain: one row a flagged account of one state that passes the filters, the highest score first,
--   each with the number of all of them; that number alone if the page is empty
-- parameters:
--   $1 state
--   $2 score of the account to go on behind, null from the start on
--   $3 id of that account
--   $4 rows at most
--   $5 the lowest score, null for any
--   $6 a signal that contributed to the score, null for any
--   $7 the run of the ring of which the account must be a member, null for any
--   $8 the number of that ring
--
-- An account that a moderator flagged may have no score; it stands as if it had 0.

with flagged as (
  select flagged_account.user_id, coalesce(flagged_account.score, 0) as rank
  from moderation.flagged_account
  where
    flagged_account.state = $1
    and ($5::numeric is null or flagged_account.score >= $5)
    and (
      $6::text is null
      or exists (
        select from moderation.contribution
        where contribution.run_id = flagged_account.run_id
          and contribution.user_id = flagged_account.user_id
          and contribution.signal = $6))
    and (
      $7::bigint is null
      or exists (
        select from moderation.ring_member
        where ring_member.run_id = $7
          and ring_member.ring = $8::integer
          and ring_member.user_id = flagged_account.user_id))
),
total as (
  select count(*) as total_count
  from flagged
),
page as (
  select flagged.user_id, flagged.rank
  from flagged
  where
    $2::numeric is null
    or flagged.rank < $2
    or flagged.rank = $2 and flagged.user_id > $3::bigint
  order by flagged.rank desc, flagged.user_id
  limit $4
)
select
  total.total_count, flagged_account.user_id, users.username, flagged_account.run_id,
  flagged_account.score, flagged_account.state, flagged_account.version, flagged_account.decided_at,
  flagged_account.reasons, event.actor, note.note
from total
left join page on true
left join moderation.flagged_account on flagged_account.user_id = page.user_id
left join facts.users on users.id = page.user_id
left join moderation.event
  on event.case_id = flagged_account.case_id and event.version = flagged_account.standing_version
left join moderation.note on note.case_id = event.case_id and note.version = event.version
order by page.rank desc, page.user_id
