-- How much was new in each quarter or month, how much was there at its end, and how did both grow
-- against the one before?
--
-- grain: one row a period from the first to the last with something new, in order
-- parameters:
--   $1 text  pillar: USERS, PHOTOS, LIKES, COMMENTS, or ALL: photos, likes and comments together
--   $2 text  period: QUARTER or MONTH
--
-- Growth is a share: 1.99 is +199 %. It is null where the period before had nothing to compare with.

with created as (
  select users.created_at from facts.users where $1::text = 'USERS'
  union all
  select photos.created_at from facts.photos where $1::text in ('PHOTOS', 'ALL')
  union all
  select likes.created_at from facts.likes where $1::text in ('LIKES', 'ALL')
  union all
  select comments.created_at from facts.comments where $1::text in ('COMMENTS', 'ALL')
),

counted as (
  select
    date_trunc($2::text, created.created_at at time zone 'UTC') as starts_at,
    count(*) as added
  from created
  group by starts_at
),

every_period as (
  select generate_series(
    min(counted.starts_at),
    max(counted.starts_at),
    case $2::text when 'QUARTER' then interval '3 months' when 'MONTH' then interval '1 month' end
    ) as starts_at
  from counted
),

by_period as (
  select
    every_period.starts_at,
    coalesce(counted.added, 0) as added,
    (sum(counted.added) over (order by every_period.starts_at))::bigint as stock
  from every_period
  left join counted using (starts_at)
),

compared as (
  select
    by_period.starts_at,
    by_period.added,
    by_period.stock,
    lag(by_period.added) over (order by by_period.starts_at) as added_before,
    lag(by_period.stock) over (order by by_period.starts_at) as stock_before
  from by_period
)

select
  compared.starts_at::date as starts_on,
  compared.added,
  (compared.added - compared.added_before)::double precision / nullif(compared.added_before, 0)
    as added_growth,
  compared.stock,
  (compared.stock - compared.stock_before)::double precision / nullif(compared.stock_before, 0)
    as stock_growth
from compared
order by compared.starts_at
