-- Under which id does a new import run? No row if there is one with the same key.
--
-- grain: at most one row
-- parameters:
--   $1 text kind
--   $2 text who sends it
--   $3 text key under which it can be sent again, or null
--   $4 integer rows of a batch
--   $5 integer batches written side by side

insert into facts.import (kind, caller, key, chunk_rows, parts)
values ($1, $2, $3, $4, $5)
on conflict (caller, kind, key) where key is not null do nothing
returning id;
