-- Who are the most, or the least, active users? (2b, 2c)
--
-- grain: one row a member
-- parameters:
--   $1 text     cohort: ACTIVE or INACTIVE
--   $2 text     measure: ACTIVITY or RATE
--   $3 numeric  share of all users to take, rounded up to whole users; ties with the last are in
--   $4 bigint   bot-like activity: ACTIVE leaves out accounts that have this much or more
--   $5 integer  young accounts: ACTIVE by RATE leaves out accounts of this many days or fewer
--   $6 date     day at which the rate is measured; null: the UTC day after the newest event
--
-- Activity is photos + likes given + comments made + accounts followed; its rate divides it by the
-- days from the UTC day of registration to the measuring day. An account registered on that day or
-- later has no rate.

with last_day as (
  select (
    select calendar.slot
    from insights.calendar
    where calendar.actors = 'EVERYONE'
      and calendar.kind = kind.kind
      and calendar.unit = 'DAY'
      and calendar.events > 0
    order by calendar.slot desc
    limit 1) as slot
  from unnest(enum_range(null::insights.event_kind)) as kind (kind)
),

measuring_day as (
  select coalesce($6::date, date '1970-01-01' + max(last_day.slot) + 1) as measured_on
  from last_day
),

measured as (
  select
    account.user_id,
    account.photos + account.likes + account.comments + account.follows as activity,
    measuring_day.measured_on - (account.created_at at time zone 'UTC')::date as days
  from insights.account
  cross join measuring_day
  where account.created_at is not null
),

eligible as (
  select
    measured.user_id,
    case $2::text
      when 'ACTIVITY' then measured.activity::double precision
      when 'RATE' then measured.activity::double precision / nullif(measured.days, 0)
    end as value
  from measured
  where ($1::text = 'INACTIVE' or measured.activity < $4::bigint)
    and ($2::text = 'ACTIVITY' or measured.days > 0)
    and ($1::text = 'INACTIVE' or $2::text = 'ACTIVITY' or measured.days > $5::integer)
),

ranked as (
  select
    eligible.user_id,
    rank() over (
      order by case $1::text when 'ACTIVE' then -eligible.value else eligible.value end) as place
  from eligible
)

select ranked.user_id
from ranked
where ranked.place <= ceil($3::numeric * (select network.users from insights.network))
