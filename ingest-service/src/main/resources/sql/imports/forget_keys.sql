-- Which imports can be sent again as new ones? (Their keys are forgotten.)
--
-- grain: one row an import
-- parameters:
--   $1 bigint seconds that a key is kept after the end of the import
--   $2 integer rows at most

update facts.import
set key = null
where id in (
  select id
  from facts.import
  where key is not null and finished_at < now() - make_interval(secs => $1)
  limit $2
);
