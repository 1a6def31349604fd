-- Which ids can new comments on these photos have? They are above all that are there on them. One
-- that is used at the same time turns out to be a duplicate, and is drawn again.
--
-- grain: one row an id, as many as photos are given
-- parameters:
--   $1 bigint[] photos

with raised as (
  select setval('facts.comment_id', taken.last)
  from (
    select max(newest.id) as last
    from unnest($1::bigint[]) as given (photo_id)
    cross join lateral (
      select max(comments.id) as id
      from facts.comments
      where comments.photo_id = given.photo_id
    ) as newest
  ) as taken
  where taken.last >= (select last_value from facts.comment_id)
)
select nextval('facts.comment_id')
from (select count(*) from raised) as first
cross join generate_series(1, cardinality($1::bigint[]));
