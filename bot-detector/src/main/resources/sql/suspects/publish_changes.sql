-- Which accounts have entered or left a set of suspects since this was published last?
--
-- grain: one change an account and set
-- parameters:
--   ?1 the lowest account id to look at
--   ?2 the highest one
--
-- Only under the lock of lock_changes.sql, taken by a statement before this one. What has a review
-- was flagged once, and reviews stay; so whatever was published is among them, and the log is looked
-- up by account and never read through.

with reviewed as (
  select sets.suspects, review.user_id
  from moderation.review
  cross join (values ('DETECTOR'), ('CONFIRMED')) as sets (suspects)
  where review.user_id between ?1 and ?2
),
standing as (
  select suspect.suspects, suspect.user_id
  from moderation.suspect
  where suspect.user_id between ?1 and ?2
)
insert into moderation.flagged_change (suspects, user_id, flagged)
select reviewed.suspects, reviewed.user_id, standing.user_id is not null
from reviewed
left join standing
  on standing.user_id = reviewed.user_id and standing.suspects = reviewed.suspects
left join lateral (
  select flagged_change.flagged
  from moderation.flagged_change
  where flagged_change.user_id = reviewed.user_id
    and flagged_change.suspects = reviewed.suspects
  order by flagged_change.id desc
  limit 1
) as published on true
where (standing.user_id is not null) <> coalesce(published.flagged, false)
order by reviewed.user_id, reviewed.suspects
