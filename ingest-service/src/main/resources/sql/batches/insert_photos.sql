-- Which of these rows are new? (They are there when this has run.)
--
-- grain: one row a new row, its key; rows whose key (id) is there already stay as they are
-- parameters:
--   $1 bigint[] id
--   $2 bigint[] owner_id
--   $3 text[] image_url
--   $4 timestamptz[] created_at
--   $5 bigint batch

insert into facts.photos (id, owner_id, image_url, created_at, batch_id)
select given.id, given.owner_id, given.image_url, given.created_at, $5
from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[]) as given (id, owner_id, image_url, created_at)
on conflict do nothing
returning id;
