-- How many notes are there on accounts that are removed? (They are not any more.)
--
-- grain: one note
-- parameters:
--   $1 notes at most
--
-- It looks at all notes, since one can be written on an account that is removed already.

delete from moderation.note
where (note.case_id, note.version) in (
  select erasable.case_id, erasable.version
  from moderation.note as erasable
  join moderation.review on review.id = erasable.case_id
  join facts.removal on removal.id = review.user_id and removal.target = 'ACCOUNT'
  order by erasable.case_id, erasable.version
  limit $1
)
