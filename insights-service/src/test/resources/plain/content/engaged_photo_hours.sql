-- At which hour of the day were highly engaged photos posted, and how many of all the photos posted
-- in that hour are they? (3b)
--
-- grain: one row an hour of the day, hours without photos too
-- parameters:
--   $1 numeric  share of all photos to take, rounded up to whole photos; ties with the last are in,
--               photos without any engagement are not
--   $2 numeric  if not null: take the photos with at least this engagement instead
--   $3 numeric  weight of a comment; engagement is likes + weight x comments
--   $4 text     time zone, as an IANA name; a photo counts at the start of its quarter-hour

with liked as (
  select likes.photo_id, count(*) as likes
  from facts.likes
  group by likes.photo_id
),

commented as (
  select comments.photo_id, count(*) as comments
  from facts.comments
  group by comments.photo_id
),

engaged as (
  select
    photos.id as photo_id,
    photos.owner_id,
    photos.created_at,
    coalesce(liked.likes, 0) as likes,
    coalesce(commented.comments, 0) as comments,
    coalesce(liked.likes, 0) + $3::numeric * coalesce(commented.comments, 0) as engagement
  from facts.photos
  left join liked on liked.photo_id = photos.id
  left join commented on commented.photo_id = photos.id
),

ranked as (
  select
    engaged.photo_id,
    engaged.owner_id,
    engaged.created_at,
    engaged.likes,
    engaged.comments,
    engaged.engagement,
    rank() over (order by engaged.engagement desc) as place
  from engaged
),

highly_engaged as (
  select
    ranked.photo_id,
    ranked.owner_id,
    ranked.created_at,
    ranked.likes,
    ranked.comments,
    ranked.engagement
  from ranked
  where case
    when $2::numeric is not null then ranked.engagement >= $2::numeric
    else ranked.engagement > 0
      and ranked.place <= ceil($1::numeric * (select count(*) from facts.photos))
  end
),

posted as (
  select
    extract(
      hour from date_bin('15 minutes', photos.created_at, timestamptz '1970-01-01 00:00Z')
        at time zone $4::text) as hour,
    photos.id in (select highly_engaged.photo_id from highly_engaged) as is_highly_engaged
  from facts.photos
),

hour as (
  select generate_series(0, 23) as hour
)

select
  hour.hour,
  count(*) filter (where posted.is_highly_engaged) as engaged_photos,
  count(posted.hour) as photos,
  count(*) filter (where posted.is_highly_engaged)::double precision
    / nullif(count(posted.hour), 0) as rate,
  coalesce(
    (select count(*) from highly_engaged)::double precision * count(posted.hour)
      / nullif((select count(*) from facts.photos), 0), 0) as expected_engaged_photos
from hour
left join posted using (hour)
group by hour.hour
order by hour.hour
