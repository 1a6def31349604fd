-- Has the latest run flagged the account, or has a moderator decided on it?
--
-- grain: one row
-- parameters:
--   ?1 account id

select exists (select from moderation.flagged_account where flagged_account.user_id = ?1)
