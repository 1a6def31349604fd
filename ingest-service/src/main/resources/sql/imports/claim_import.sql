-- How is this import cut, and is all of it in? It runs from here on, unless it is.
--
-- grain: one row
-- parameters:
--   $1 bigint import

update facts.import
set
  state = case when digest is null then 'RUNNING' else state end,
  finished_at = case when digest is null then null else finished_at end
where id = $1
returning chunk_rows, parts, digest;
