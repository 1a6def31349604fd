-- On which days of the week, UTC, do the users of cohorts post photos, like, comment and follow?
-- (2b, 2c)
--
-- grain: one row a cohort of whose users one did something
-- parameters:
--   $1 bigint[]   ids of users
--   $2 integer[]  the number of the cohort that each is in
--
-- Each array has one element a day, Monday first.

with member as (
  select asked.user_id, asked.cohort
  from unnest($1::bigint[], $2::integer[]) as asked (user_id, cohort)
)

select
  member.cohort,
  array[
    sum(week.photos_1), sum(week.photos_2), sum(week.photos_3), sum(week.photos_4),
    sum(week.photos_5), sum(week.photos_6), sum(week.photos_7)
  ]::bigint[] as photos,
  array[
    sum(week.likes_1), sum(week.likes_2), sum(week.likes_3), sum(week.likes_4),
    sum(week.likes_5), sum(week.likes_6), sum(week.likes_7)
  ]::bigint[] as likes,
  array[
    sum(week.comments_1), sum(week.comments_2), sum(week.comments_3), sum(week.comments_4),
    sum(week.comments_5), sum(week.comments_6), sum(week.comments_7)
  ]::bigint[] as comments,
  array[
    sum(week.follows_1), sum(week.follows_2), sum(week.follows_3), sum(week.follows_4),
    sum(week.follows_5), sum(week.follows_6), sum(week.follows_7)
  ]::bigint[] as follows
from member
-- by the member, however many there are
cross join lateral (
  select
    account_week.photos_1, account_week.photos_2, account_week.photos_3, account_week.photos_4,
    account_week.photos_5, account_week.photos_6, account_week.photos_7, account_week.likes_1,
    account_week.likes_2, account_week.likes_3, account_week.likes_4, account_week.likes_5,
    account_week.likes_6, account_week.likes_7, account_week.comments_1, account_week.comments_2,
    account_week.comments_3, account_week.comments_4, account_week.comments_5, account_week.comments_6,
    account_week.comments_7, account_week.follows_1, account_week.follows_2, account_week.follows_3,
    account_week.follows_4, account_week.follows_5, account_week.follows_6, account_week.follows_7
  from insights.account_week
  where account_week.user_id = member.user_id
  offset 0
) as week
group by member.cohort
order by member.cohort
