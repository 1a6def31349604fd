-- Which accounts did a run flag?
--
-- grain: one row an account
-- parameters:
--   ?1 the run
--   ?2 the lowest score that it flagged

select score.user_id
from moderation.score
where score.run_id = ?1 and score.score >= ?2
order by score.user_id
