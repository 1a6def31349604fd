-- Which models have scored?
--
-- grain: one row a model, the one stored last first, each with the number of all models; that number
--   alone if the page is empty
-- parameters:
--   $1 only models that were stored before this moment, null from the newest on
--   $2 the version of the model that was stored then, null from the newest on
--   $3 rows at most

with total as (
  select count(*) as total_count
  from moderation.model
),
page as (
  select model.version, model.settings, model.stored_at
  from moderation.model
  where $1::timestamptz is null or (model.stored_at, model.version) < ($1, $2::text)
  order by model.stored_at desc, model.version desc
  limit $3
)
select total.total_count, page.version, page.settings, page.stored_at
from total
left join page on true
order by page.stored_at desc, page.version desc
