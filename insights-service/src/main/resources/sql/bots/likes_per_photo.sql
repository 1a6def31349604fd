-- How many of a photo's likes come from a published set of suspects, and how many from others? (5b)
--
-- grain: one row
-- parameters:
--   $1 text  the set, as in insights.actors
--
-- The two mean numbers are over all photos and add up to the mean likes of a photo. A photo without
-- likes has no share, so the mean share is over the photos with at least one like. A mean over
-- nothing is null.

with suspects as (
  select coalesce(sum(account.likes), 0) as likes
  from insights.suspect
  join insights.account on account.user_id = suspect.user_id
  where suspect.suspects = $1::text::insights.actors
)

select
  network.photos,
  network.liked_photos,
  suspects.likes::double precision / nullif(network.photos, 0) as mean_from_suspects,
  (network.likes - suspects.likes)::double precision / nullif(network.photos, 0)
    as mean_from_others,
  (suspect_total.like_shares / 1000000000000 / nullif(network.liked_photos, 0))::double precision
    as mean_suspects_share
from insights.network
cross join suspects
join insights.suspect_total on suspect_total.suspects = $1::text::insights.actors
