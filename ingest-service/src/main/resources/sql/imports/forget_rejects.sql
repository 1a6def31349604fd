-- Which refused rows need not be kept any longer? (They are not.)
--
-- grain: one row a refused row
-- parameters:
--   $1 bigint seconds that they are kept after the end of their import
--   $2 integer rows at most

delete from facts.reject
where (import_id, line) in (
  select reject.import_id, reject.line
  from facts.import
  join facts.reject on reject.import_id = import.id
  where import.rejected > 0 and import.finished_at < now() - make_interval(secs => $1)
  limit $2
);
