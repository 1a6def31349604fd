-- Which accounts are flagged, how strongly, and why?
--
-- grain: one row a flagged account of one state, the highest score first, each with the number of
--   all of them; that number alone if the page is empty
-- parameters:
--   $1 state
--   $2 score of the account to go on behind, null from the start on
--   $3 id of that account
--   $4 rows at most

with flagged as (
  select
    flagged_account.user_id, flagged_account.run_id, flagged_account.score, flagged_account.state,
    flagged_account.version, flagged_account.decided_at, flagged_account.reasons
  from moderation.flagged_account
  where flagged_account.state = $1
),
total as (
  select count(*) as total_count
  from flagged
),
page as (
  select
    flagged.user_id, flagged.run_id, flagged.score, flagged.state, flagged.version,
    flagged.decided_at, flagged.reasons
  from flagged
  where
    $2::numeric is null
    or flagged.score < $2
    or flagged.score = $2 and flagged.user_id > $3::bigint
  order by flagged.score desc, flagged.user_id
  limit $4
)
select
  total.total_count, page.user_id, users.username, page.run_id, page.score, page.state,
  page.version, page.decided_at, page.reasons, note.note
from total
left join page on true
left join facts.users on users.id = page.user_id
left join moderation.note on note.user_id = page.user_id and note.version = page.version
order by page.score desc, page.user_id
