-- Of which imports need nobody know any longer how far their parts are? (Nobody does.)
--
-- grain: one row a part
-- parameters:
--   $1 bigint seconds that it is known after the end of the import
--   $2 integer rows at most

delete from facts.import_part
where (import_id, part) in (
  select import_part.import_id, import_part.part
  from facts.import_part
  join facts.import on import.id = import_part.import_id
  where import.finished_at < now() - make_interval(secs => $1)
  limit $2
);
