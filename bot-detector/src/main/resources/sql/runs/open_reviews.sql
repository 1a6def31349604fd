-- Which accounts are to be reviewed, and by which run? A decision that stands is kept.
--
-- grain: one review an account that the run flagged
-- parameters:
--   ?1 the run
--   ?2 the lowest score that flags

insert into moderation.review as review (user_id, run_id)
select score.user_id, score.run_id
from moderation.score
where score.run_id = ?1 and score.score >= ?2
order by score.user_id
on conflict (user_id) do update set run_id = excluded.run_id
