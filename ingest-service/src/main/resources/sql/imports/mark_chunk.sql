-- Is this chunk of this part the next one to be committed? (It is counted as committed then.) No row
-- is changed if it is in already.
--
-- grain: one row a part of an import
-- parameters:
--   $1 bigint import
--   $2 integer part
--   $3 bigint chunk
--   $4 bytea SHA-256 of the body up to the chunk's end

insert into facts.import_part (import_id, part, chunk, digest)
values ($1, $2, $3, $4)
on conflict (import_id, part) do update
set chunk = excluded.chunk, digest = excluded.digest
where import_part.chunk < excluded.chunk;
