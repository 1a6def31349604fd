-- Has the account a case? If not, it gets one that nothing has happened to yet.
--
-- grain: one case, or none if there was one
-- parameters:
--   ?1 account id

insert into moderation.review (user_id)
values (?1)
on conflict (user_id) do nothing
