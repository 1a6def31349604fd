-- How many likes do photos, of which at most 100 are asked for, have of some accounts?
--
-- grain: one row a photo that has one
-- parameters:
--   $1 bigint[]  the accounts
--   $2 bigint[]  the photos

select action.subject_id as photo_id, count(*) as likes
from insights.action
where action.user_id = any ($1::bigint[])
  and action.kind = 'LIKES'
  and action.subject_id = any ($2::bigint[])
group by action.subject_id
