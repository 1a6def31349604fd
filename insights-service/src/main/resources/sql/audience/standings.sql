-- What has each user done, and since when is the user there? (2b, 2c)
--
-- grain: one row; its arrays hold one element a user, in the same order
-- parameters:
--   $1 boolean  only users who have no photo
--
-- Registration days are counted from 1970-01-01, UTC.

select
  (select network.users from insights.network) as users,
  coalesce(array_agg(account.user_id), '{}') as user_ids,
  coalesce(
    array_agg(account.photos + account.likes + account.comments + account.follows), '{}')
    as activities,
  coalesce(
    array_agg((account.created_at at time zone 'UTC')::date - date '1970-01-01'), '{}')
    as registration_days
from insights.account
where account.created_at is not null
  and (not $1::boolean or account.photos = 0)
