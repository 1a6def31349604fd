-- Which of the chosen batches must wait for others?
--
-- after: select insights.stage()
-- grain: one row a batch that waits; it is not staged any more, its changes still are
-- parameters: none
--
-- A batch is rolled together with or after those it rests on: what it likes, comments on or tags is
-- there, and so are its tags; what it takes away had come; a photo goes when all that was ever taken
-- off it is gone, since nothing else hangs on it then. And it is rolled when all of it is seen: where tables are spread over nodes, a committed batch can be seen
-- in part for a while.

with came as (
  select change.batch_id, count(*) as rows
  from change
  where change.sign = 1
  group by change.batch_id
),

tagged as (
  select tag_change.batch_id, count(*) as rows
  from tag_change
  where tag_change.sign = 1
  group by tag_change.batch_id
),

went as (
  select gone.batch_id, count(*) as rows
  from (
    select change.batch_id from change where change.sign = -1
    union all
    select tag_change.batch_id from tag_change where tag_change.sign = -1
  ) as gone
  group by gone.batch_id
),

named as (
  select tags.batch_id, count(*) as rows
  from facts.tags
  where tags.batch_id = any (array(select rolling_batch.batch_id from rolling_batch))
  group by tags.batch_id
),

in_part as (
  select rolling_batch.batch_id
  from rolling_batch
  left join came using (batch_id)
  left join tagged using (batch_id)
  left join went using (batch_id)
  left join named using (batch_id)
  where
    coalesce(came.rows, 0) + coalesce(tagged.rows, 0) + coalesce(named.rows, 0)
      <> rolling_batch.rows
    or coalesce(went.rows, 0) <> rolling_batch.retractions
),

without_photo as (
  select change.batch_id
  from change
  where change.kind in ('LIKES', 'COMMENTS')
    and change.owner_id is null
    and change.subject_id not in (
      select photo.subject_id from change as photo where photo.kind = 'PHOTOS' and photo.sign = 1)
  union
  select tag_change.batch_id
  from tag_change
  where tag_change.sign = 1
    and not exists (select from insights.photo where photo.photo_id = tag_change.photo_id)
    and not exists (
      select from change
      where change.kind = 'PHOTOS' and change.sign = 1 and change.subject_id = tag_change.photo_id)
),

without_tag as (
  select distinct tag_change.batch_id
  from tag_change
  where tag_change.sign = 1
    and not exists (select from insights.tag where tag.tag_id = tag_change.tag_id)
    and not exists (
      select from facts.tags
      where tags.id = tag_change.tag_id
        and tags.batch_id in (select rolling_batch.batch_id from rolling_batch))
),

without_origin as (
  select distinct retraction.batch_id
  from facts.retraction
  where retraction.batch_id = any (
      array(
        select rolling_batch.batch_id from rolling_batch where rolling_batch.retractions > 0))
    and not exists (
      select from insights.rolled_batch
      where rolled_batch.batch_id = retraction.origin_batch_id)
    and not exists (
      select from rolling_batch where rolling_batch.batch_id = retraction.origin_batch_id)
),

going as (
  select change.batch_id, change.subject_id as photo_id
  from change
  where change.kind = 'PHOTOS' and change.sign = -1
),

too_early as (
  select going.batch_id
  from going
  where exists (
    select from facts.retraction
    where retraction.subject_id = going.photo_id
      and retraction.fact in ('LIKES', 'COMMENTS', 'PHOTO_TAGS')
      and not exists (
        select from insights.rolled_batch where rolled_batch.batch_id = retraction.batch_id)
      and not exists (
        select from rolling_batch where rolling_batch.batch_id = retraction.batch_id))
)

delete from rolling_batch
where rolling_batch.batch_id in (
  select in_part.batch_id from in_part
  union
  select without_photo.batch_id from without_photo
  union
  select without_tag.batch_id from without_tag
  union
  select without_origin.batch_id from without_origin
  union
  select too_early.batch_id from too_early)
returning rolling_batch.batch_id
