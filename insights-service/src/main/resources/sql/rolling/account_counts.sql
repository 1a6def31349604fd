-- What have accounts done, and what came to them?
--
-- after: select insights.stage()
-- grain: one row an account that changes
-- parameters: none

with added as (
  select
    account_change.user_id,
    sum(account_change.photos) as photos,
    sum(account_change.likes) as likes,
    sum(account_change.comments) as comments,
    sum(account_change.follows) as follows,
    sum(account_change.followers) as followers,
    sum(account_change.likes_received) as likes_received,
    sum(account_change.comments_received) as comments_received,
    sum(account_change.admirers) as admirers,
    sum(account_change.likes_squared) as likes_squared,
    sum(account_change.likes_by_comments) as likes_by_comments,
    sum(account_change.comments_squared) as comments_squared
  from account_change
  group by account_change.user_id
)

insert into insights.account as account
  (user_id, photos, likes, comments, follows, followers, likes_received, comments_received,
    admirers, likes_squared, likes_by_comments, comments_squared)
select
  added.user_id, added.photos, added.likes, added.comments, added.follows, added.followers,
  added.likes_received, added.comments_received, added.admirers, added.likes_squared,
  added.likes_by_comments, added.comments_squared
from added
order by added.user_id
on conflict (user_id) do update
set
  photos = account.photos + excluded.photos,
  likes = account.likes + excluded.likes,
  comments = account.comments + excluded.comments,
  follows = account.follows + excluded.follows,
  followers = account.followers + excluded.followers,
  likes_received = account.likes_received + excluded.likes_received,
  comments_received = account.comments_received + excluded.comments_received,
  admirers = account.admirers + excluded.admirers,
  likes_squared = account.likes_squared + excluded.likes_squared,
  likes_by_comments = account.likes_by_comments + excluded.likes_by_comments,
  comments_squared = account.comments_squared + excluded.comments_squared
