-- Which users come first by activity, rate, followers or registration, and what have they done?
--
-- grain: one row a user of the page, in order; a single row without a user if there is none
-- parameters:
--   $1 text              order: ACTIVITY, RATE, FOLLOWERS, NEWEST or OLDEST
--   $2 date              day at which the rate is measured; null if nothing ever happened
--   $3 double precision  begin behind a user with this value of the order; null: at the start
--   $4 bigint            and this id
--   $5 integer           users wanted
--
-- By rate, only users who have one. Equal values share a rank, the lower id comes first.

with valued as materialized (
  select
    account.user_id,
    case $1::text
      when 'ACTIVITY' then
        (account.photos + account.likes + account.comments + account.follows)::double precision
      when 'RATE' then
        (account.photos + account.likes + account.comments + account.follows)::double precision
          / nullif(greatest($2::date - (account.created_at at time zone 'UTC')::date, 0), 0)
      when 'FOLLOWERS' then account.followers::double precision
      when 'NEWEST' then date_part('epoch', account.created_at)
      when 'OLDEST' then -date_part('epoch', account.created_at)
    end as value
  from insights.account
  where account.created_at is not null
),

page as materialized (
  select valued.user_id, valued.value
  from valued
  where valued.value is not null
    and ($3::double precision is null
      or valued.value < $3::double precision
      or (valued.value = $3::double precision and valued.user_id > $4::bigint))
  order by valued.value desc, valued.user_id
  limit $5::integer
),

top as (
  select max(page.value) as value from page
),

counted as (
  select
    count(valued.value) as users,
    count(*) filter (where valued.value > (select top.value from top)) as before_first,
    count(*) filter (where valued.value >= (select top.value from top)) as to_first
  from valued
),

ranked as (
  select
    page.user_id,
    page.value,
    -- those who share the first one's value may stand on the page before
    case
      when page.value = top.value then counted.before_first + 1
      else
        counted.to_first
          + rank() over (order by page.value desc)
          - count(*) filter (where page.value = top.value) over ()
    end as rank
  from page
  cross join top
  cross join counted
)

select
  counted.users,
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
    when $2::date > (account.created_at at time zone 'UTC')::date
    then
      (account.photos + account.likes + account.comments + account.follows)::double precision
        / ($2::date - (account.created_at at time zone 'UTC')::date)
  end as rate,
  ranked.value,
  ranked.rank
from counted
left join (ranked join insights.account on account.user_id = ranked.user_id) on true
order by ranked.value desc, account.user_id
