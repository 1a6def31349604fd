-- How strongly is this account flagged, why, and what was decided?
--
-- grain: one row if the account stands flagged, else none
-- parameters:
--   $1 account id

select
  flagged_account.user_id, users.username, flagged_account.run_id, flagged_account.score,
  flagged_account.state, flagged_account.version, flagged_account.decided_at,
  flagged_account.reasons, note.note
from moderation.flagged_account
left join facts.users on users.id = flagged_account.user_id
left join moderation.note
  on note.user_id = flagged_account.user_id and note.version = flagged_account.version
where flagged_account.user_id = $1
