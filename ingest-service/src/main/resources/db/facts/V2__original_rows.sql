-- A refused row can be mended and sent again, so what was sent is kept.
alter table facts.reject
  -- the bytes as they were sent, since they need not be text
  add column original bytea not null default '';
