-- Which tags are new?
--
-- after: select insights.stage()
-- grain: one row a new tag
-- parameters:
--   $1 bigint[]  the batches of the roll

insert into insights.tag (tag_id, name, created_at)
select tags.id, tags.name, tags.created_at
from facts.tags
where tags.batch_id = any ($1::bigint[])
