-- Who took a follow back, and how long had it lasted?
--
-- grain: one row a follow that is no more
-- parameters: none
--
-- Follows that went with an erased account are among them, and that account is no longer there.

select
  retraction.user_id, retraction.subject_id, retraction.created_at,
  batch.committed_at as retracted_at
from facts.retraction
join facts.batch on batch.id = retraction.batch_id
where retraction.fact = 'FOLLOWS'
