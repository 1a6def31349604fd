-- Which rings are of runs whose scores are not kept any more?
--
-- grain: one ring
-- parameters:
--   ?1 how many runs keep their rings

with kept as (
  select run.id
  from moderation.run
  order by run.id desc
  limit ?1
)
delete from moderation.ring
where ring.run_id < (select min(kept.id) from kept)
