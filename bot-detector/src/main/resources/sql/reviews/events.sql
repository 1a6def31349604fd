-- What has happened to the case of this account?
--
-- grain: one row an event, newest last, each with the number of all events; that number alone if the
--   page is empty
-- parameters:
--   $1 account id
--   $2 only events behind this version, null from the first on
--   $3 rows at most

with happened as (
  select
    event.case_id, event.version, event.kind, event.from_state, event.to_state, event.happened_at,
    event.actor, event.run_id, event.score, event.stood_version
  from moderation.review
  join moderation.event on event.case_id = review.id
  where review.user_id = $1
),
total as (
  select count(*) as total_count
  from happened
),
page as (
  select
    happened.case_id, happened.version, happened.kind, happened.from_state, happened.to_state,
    happened.happened_at, happened.actor, happened.run_id, happened.score, happened.stood_version
  from happened
  where $2::integer is null or happened.version > $2
  order by happened.version
  limit $3
)
select
  total.total_count, page.version, page.kind, page.from_state, page.to_state, page.happened_at,
  page.actor, page.run_id, page.score, page.stood_version, note.note
from total
left join page on true
left join moderation.note on note.case_id = page.case_id and note.version = page.version
order by page.version
