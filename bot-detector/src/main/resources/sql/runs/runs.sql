-- Which runs were there, and what did they find?
--
-- grain: one row a run, newest first, each with the number of all runs; that number alone if the
--   page is empty
-- parameters:
--   $1 only runs before this one, null from the newest on
--   $2 rows at most

with total as (
  select count(*) as total_count
  from moderation.run
),
page as (
  select
    run.id, run.started_at, run.finished_at, run.batches, run.highest_batch, run.photos, run.likes,
    run.accounts, run.flagged, run.newly_flagged, run.no_longer_flagged, run.comments,
    run.follows, run.rings, run.model, run.flag_threshold
  from moderation.run
  where $1::bigint is null or run.id < $1
  order by run.id desc
  limit $2
)
select
  total.total_count, page.id, page.started_at, page.finished_at, page.batches, page.highest_batch,
  page.photos, page.likes, page.accounts, page.flagged, page.newly_flagged,
  page.no_longer_flagged, page.comments, page.follows, page.rings, page.model, page.flag_threshold
from total
left join page on true
order by page.id desc
