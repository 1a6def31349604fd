-- Which accounts has the run scored, how, and what do the scores rest on?
--
-- grain: one contribution to a score that is stored
-- parameters:
--   ?1 the run
--   ?2 JSON text: an array of objects with user_id, score, evidence and contributions, the last an
--      array of objects with signal, value, contribution and sentence

with found as (
  select found.user_id, found.score, found.evidence, found.contributions
  from
    jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
      as found (user_id bigint, score numeric, evidence jsonb, contributions jsonb)
),
stored as (
  insert into moderation.score (run_id, user_id, score, evidence)
  select ?1, found.user_id, found.score, found.evidence
  from found
  order by found.user_id
)
insert into moderation.contribution (run_id, user_id, signal, value, contribution, sentence)
select ?1, found.user_id, part.signal, part.value, part.contribution, part.sentence
from found
cross join lateral
  jsonb_to_recordset(found.contributions)
    as part (signal text, value numeric, contribution numeric, sentence text)
order by found.user_id, part.signal
