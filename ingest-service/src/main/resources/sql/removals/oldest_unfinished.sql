-- How long has the oldest removal been waiting to be swept?
--
-- grain: one row, whole seconds; 0 if none waits
-- parameters: none

select coalesce(floor(extract(epoch from now() - min(requested_at))), 0)::bigint
from facts.removal
where finished_at is null;
