-- Did some accounts do more of a kind than all others? If so, who are the others?
--
-- grain: one row
-- parameters:
--   $1 text      kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 bigint[]  the accounts

with weighed as (
  select
    account.user_id,
    case $1::text
      when 'REGISTRATIONS' then (account.created_at is not null)::integer
      when 'PHOTOS' then account.photos
      when 'LIKES' then account.likes
      when 'COMMENTS' then account.comments
      when 'FOLLOWS' then account.follows
    end as events,
    member.user_id is not null as is_member
  from insights.account
  left join unnest($2::bigint[]) as member (user_id) on member.user_id = account.user_id
)

select
  coalesce(
    sum(weighed.events) filter (where weighed.is_member)
      > sum(weighed.events) filter (where not weighed.is_member),
    false) as is_most,
  coalesce(
    array_agg(weighed.user_id) filter (where not weighed.is_member and weighed.events > 0),
    '{}') as others
from weighed
