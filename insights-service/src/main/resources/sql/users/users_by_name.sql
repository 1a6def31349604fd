-- Who has this name, or one that begins so?
--
-- grain: one row a user of the page, by name and id; a single row without a user if there is none
-- parameters:
--   $1 text     the name
--   $2 boolean  names that begin so, too
--   $3 date     day at which the rate is measured; null if nothing ever happened
--   $4 text     begin behind a user of this name; null: at the start
--   $5 bigint   and this id
--   $6 integer  users wanted

with named as not materialized (
  select account.user_id, account.username
  from insights.account
  where account.username = $1::text
  union all
  select account.user_id, account.username
  from insights.account
  where $2::boolean
    and starts_with(account.username, $1::text)
    and account.username <> $1::text
),

page as (
  select named.user_id
  from named
  where $4::text is null
    or (named.username, named.user_id) > ($4::text, $5::bigint)
  order by named.username, named.user_id
  limit $6::integer
)

select
  (select count(*) from named) as users,
  account.user_id,
  account.username,
  account.created_at,
  account.photos,
  account.likes,
  account.comments,
  account.follows,
  account.followers,
  account.likes_received,
  account.comments_received,
  account.photos + account.likes + account.comments + account.follows as activity,
  case
    when $3::date > (account.created_at at time zone 'UTC')::date
    then
      (account.photos + account.likes + account.comments + account.follows)::double precision
        / ($3::date - (account.created_at at time zone 'UTC')::date)
  end as rate
from (values (1)) as always (row)
left join (page join insights.account on account.user_id = page.user_id) on true
order by account.username, account.user_id
