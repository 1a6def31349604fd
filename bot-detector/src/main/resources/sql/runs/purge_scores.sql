-- Which scores are old, with no review and no event of one resting on them?
--
-- grain: one score an account and run
-- parameters:
--   ?1 how many runs keep all their scores

with kept as (
  select run.id
  from moderation.run
  order by run.id desc
  limit ?1
)
delete from moderation.score
where score.run_id < (select min(kept.id) from kept)
  and not exists (
    select from moderation.review
    where review.user_id = score.user_id and review.run_id = score.run_id)
  and not exists (
    select
    from moderation.review
    join moderation.event on event.case_id = review.id
    where review.user_id = score.user_id and event.run_id = score.run_id)
