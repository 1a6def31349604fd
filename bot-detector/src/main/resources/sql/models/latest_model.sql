-- Which model did the latest run use?
--
-- grain: one row; none before the first run that had a model
-- parameters: none

select model.version, model.settings, model.stored_at
from moderation.run
join moderation.model on model.version = run.model
order by run.id desc
limit 1
