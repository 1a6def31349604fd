-- Do users with more followers get more likes a photo?
--
-- grain: one row
-- parameters: none
--
-- Over all users with at least one photo. Spearman's correlation is Pearson's of the ranks, where
-- ties have their mean rank.

with figure as (
  select
    users.id,
    (select count(*) from facts.follows where follows.followee_id = users.id)::double precision
      as followers,
    (
      select count(*)
      from facts.likes
      join facts.photos on photos.id = likes.photo_id
      where photos.owner_id = users.id
    )::double precision
      / (select count(*) from facts.photos where photos.owner_id = users.id) as likes_per_photo
  from facts.users
  where users.id in (select photos.owner_id from facts.photos)
),

ranked as (
  select
    figure.followers,
    figure.likes_per_photo,
    rank() over (order by figure.followers)
      + (count(*) over (partition by figure.followers) - 1) / 2.0 as followers_rank,
    rank() over (order by figure.likes_per_photo)
      + (count(*) over (partition by figure.likes_per_photo) - 1) / 2.0 as likes_rank
  from figure
)

select
  count(*) as users,
  corr(ranked.followers, ranked.likes_per_photo) as pearson,
  corr(ranked.followers_rank::double precision, ranked.likes_rank::double precision) as spearman
from ranked
