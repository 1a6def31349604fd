-- How many photos has each account liked, and out of how many?
--
-- grain: one row an account, each with the totals; the totals alone if there is no account
-- parameters: none
--
-- One statement sees one state of the facts, so counts, totals and watermark belong together. The
-- key of likes makes an account's photos distinct.

with batches as (
  select count(*) as batches, coalesce(max(batch.id), 0) as highest_batch
  from facts.batch
),
photos as (
  select count(*) as photos
  from facts.photos
),
given as (
  select likes.user_id, count(*) as photos_liked
  from facts.likes
  group by likes.user_id
),
accounts as (
  select users.id as user_id, coalesce(given.photos_liked, 0) as photos_liked
  from facts.users
  left join given on given.user_id = users.id
)
select
  batches.batches,
  batches.highest_batch,
  photos.photos,
  accounts.user_id,
  accounts.photos_liked
from batches
cross join photos
left join accounts on true
