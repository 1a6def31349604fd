-- What did accounts do, and in which quarter of an hour?
--
-- grain: one row an action
-- parameters: none

select
  event.user_id,
  event.kind,
  floor(extract(epoch from event.created_at) / 900)::integer as quarter_hour,
  event.subject_id
from recompute.event
