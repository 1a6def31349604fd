-- Which of these rows are new? (They are there when this has run.)
--
-- grain: one row a new row, its key; rows whose key (photo_id, tag_id) is there already stay as they are
-- parameters:
--   $1 bigint[] photo_id
--   $2 bigint[] tag_id
--   $3 bigint batch

insert into facts.photo_tags (photo_id, tag_id, batch_id)
select given.photo_id, given.tag_id, $3
from unnest($1::bigint[], $2::bigint[]) as given (photo_id, tag_id)
on conflict do nothing
returning photo_id, tag_id;
