-- How often were the moderators of one mind with a signal?
--
-- grain: one row a signal that contributed to the score of an account on which a decision stands
-- parameters: none

select
  contribution.signal,
  count(*) as decided,
  count(*) filter (where review.state = 'CONFIRMED') as confirmed
from moderation.review
join moderation.contribution
  on contribution.run_id = review.run_id and contribution.user_id = review.user_id
where review.state in ('CONFIRMED', 'DISMISSED') and contribution.contribution > 0
group by contribution.signal
order by contribution.signal
