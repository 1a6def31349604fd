-- What did this batch bring? Written in the batch's own transaction.
--
-- grain: one row a batch
-- parameters:
--   $1 bigint batch
--   $2 bigint import
--   $3 text table
--   $4 integer rows inserted into it

insert into facts.batch (id, import_id, users, photos, tags, photo_tags, follows, likes, comments)
values (
  $1,
  $2,
  case when $3::text = 'users' then $4::integer else 0 end,
  case when $3::text = 'photos' then $4::integer else 0 end,
  case when $3::text = 'tags' then $4::integer else 0 end,
  case when $3::text = 'photo_tags' then $4::integer else 0 end,
  case when $3::text = 'follows' then $4::integer else 0 end,
  case when $3::text = 'likes' then $4::integer else 0 end,
  case when $3::text = 'comments' then $4::integer else 0 end
);
