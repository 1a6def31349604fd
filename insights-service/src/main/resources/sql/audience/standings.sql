-- What has each user done, and since when is the user there? (2b, 2c)
--
-- grain: one row
-- parameters:
--   $1 boolean  only users who have no photo
--
-- In standings there are 16 bytes a user, the highest byte of each number first: the id in eight,
-- photos + likes + comments + follows in four, and the UTC day of the registration since 1970-01-01
-- in four. Arrays of thousands of numbers take longer to be written, and much longer to be read.

select
  (select network.users from insights.network) as users,
  coalesce(
    string_agg(
      int8send(account.user_id)
        || int4send(account.photos + account.likes + account.comments + account.follows)
        || int4send(account.registered_on - date '1970-01-01'),
      ''::bytea),
    ''::bytea) as standings
from insights.account
where account.created_at is not null
  and (not $1::boolean or account.photos = 0)
