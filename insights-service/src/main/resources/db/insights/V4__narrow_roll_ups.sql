-- Roll-ups in the shape in which the questions of the reports read them: few rows, few columns.

-- The UTC day of the registration. Worked out from created_at for each account and question it took
-- a quarter of the time of whatever depends on rates.
alter table insights.account
  add column registered_on date generated always as ((created_at at time zone 'UTC')::date) stored;

-- One row an account in the place of one a day of the week: whoever asks for a cohort wants all
-- seven days of each account, and a seventh of the rows is written.
--
-- grain: one account that did something
create table insights.account_week (
  user_id    bigint  not null,
  -- on Mondays (1) to Sundays (7), UTC
  photos_1   integer not null default 0,
  photos_2   integer not null default 0,
  photos_3   integer not null default 0,
  photos_4   integer not null default 0,
  photos_5   integer not null default 0,
  photos_6   integer not null default 0,
  photos_7   integer not null default 0,
  likes_1    integer not null default 0,
  likes_2    integer not null default 0,
  likes_3    integer not null default 0,
  likes_4    integer not null default 0,
  likes_5    integer not null default 0,
  likes_6    integer not null default 0,
  likes_7    integer not null default 0,
  comments_1 integer not null default 0,
  comments_2 integer not null default 0,
  comments_3 integer not null default 0,
  comments_4 integer not null default 0,
  comments_5 integer not null default 0,
  comments_6 integer not null default 0,
  comments_7 integer not null default 0,
  follows_1  integer not null default 0,
  follows_2  integer not null default 0,
  follows_3  integer not null default 0,
  follows_4  integer not null default 0,
  follows_5  integer not null default 0,
  follows_6  integer not null default 0,
  follows_7  integer not null default 0,
  constraint account_week_pk primary key (user_id)
) with (fillfactor = 70);

insert into insights.account_week
select
  user_id,
  coalesce(sum(photos) filter (where day_of_week = 1), 0),
  coalesce(sum(photos) filter (where day_of_week = 2), 0),
  coalesce(sum(photos) filter (where day_of_week = 3), 0),
  coalesce(sum(photos) filter (where day_of_week = 4), 0),
  coalesce(sum(photos) filter (where day_of_week = 5), 0),
  coalesce(sum(photos) filter (where day_of_week = 6), 0),
  coalesce(sum(photos) filter (where day_of_week = 7), 0),
  coalesce(sum(likes) filter (where day_of_week = 1), 0),
  coalesce(sum(likes) filter (where day_of_week = 2), 0),
  coalesce(sum(likes) filter (where day_of_week = 3), 0),
  coalesce(sum(likes) filter (where day_of_week = 4), 0),
  coalesce(sum(likes) filter (where day_of_week = 5), 0),
  coalesce(sum(likes) filter (where day_of_week = 6), 0),
  coalesce(sum(likes) filter (where day_of_week = 7), 0),
  coalesce(sum(comments) filter (where day_of_week = 1), 0),
  coalesce(sum(comments) filter (where day_of_week = 2), 0),
  coalesce(sum(comments) filter (where day_of_week = 3), 0),
  coalesce(sum(comments) filter (where day_of_week = 4), 0),
  coalesce(sum(comments) filter (where day_of_week = 5), 0),
  coalesce(sum(comments) filter (where day_of_week = 6), 0),
  coalesce(sum(comments) filter (where day_of_week = 7), 0),
  coalesce(sum(follows) filter (where day_of_week = 1), 0),
  coalesce(sum(follows) filter (where day_of_week = 2), 0),
  coalesce(sum(follows) filter (where day_of_week = 3), 0),
  coalesce(sum(follows) filter (where day_of_week = 4), 0),
  coalesce(sum(follows) filter (where day_of_week = 5), 0),
  coalesce(sum(follows) filter (where day_of_week = 6), 0),
  coalesce(sum(follows) filter (where day_of_week = 7), 0)
from insights.account_weekday
group by user_id;

drop table insights.account_weekday;

-- One row an account in the place of one an account and set of suspects, with all likes beside
-- those of suspects, so that boosted users are found without looking at other tables.
--
-- grain: one account whose photos were liked, or that has comments or followers of suspects
create table insights.received (
  owner_id              bigint  not null,
  -- from everyone
  likes                 integer not null default 0,
  -- from the sets of suspects under their default rules
  liked_share_likes     integer not null default 0,
  liked_share_comments  integer not null default 0,
  liked_share_followers integer not null default 0,
  detector_likes        integer not null default 0,
  detector_comments     integer not null default 0,
  detector_followers    integer not null default 0,
  confirmed_likes       integer not null default 0,
  confirmed_comments    integer not null default 0,
  confirmed_followers   integer not null default 0,
  constraint received_pk primary key (owner_id)
) with (fillfactor = 70);

insert into insights.received
select
  account.user_id,
  account.likes_received,
  coalesce(sum(suspect_owner.likes) filter (where suspect_owner.suspects = 'LIKED_SHARE'), 0),
  coalesce(sum(suspect_owner.comments) filter (where suspect_owner.suspects = 'LIKED_SHARE'), 0),
  coalesce(sum(suspect_owner.followers) filter (where suspect_owner.suspects = 'LIKED_SHARE'), 0),
  coalesce(sum(suspect_owner.likes) filter (where suspect_owner.suspects = 'DETECTOR'), 0),
  coalesce(sum(suspect_owner.comments) filter (where suspect_owner.suspects = 'DETECTOR'), 0),
  coalesce(sum(suspect_owner.followers) filter (where suspect_owner.suspects = 'DETECTOR'), 0),
  coalesce(sum(suspect_owner.likes) filter (where suspect_owner.suspects = 'CONFIRMED'), 0),
  coalesce(sum(suspect_owner.comments) filter (where suspect_owner.suspects = 'CONFIRMED'), 0),
  coalesce(sum(suspect_owner.followers) filter (where suspect_owner.suspects = 'CONFIRMED'), 0)
from insights.account
left join insights.suspect_owner on suspect_owner.owner_id = account.user_id
where account.likes_received <> 0 or suspect_owner.owner_id is not null
group by account.user_id;

drop table insights.suspect_owner;

-- How many photos have so many likes, and so many of them from suspects: some hundred pairs of
-- numbers, however many photos there are.
--
-- grain: EVERYONE: one number of likes; a set of suspects: one number of likes and of suspects'
--        likes among them, counting the photos only that its suspects liked or commented on
create table insights.like_mix (
  actors                  insights.actors not null,
  likes                   integer         not null,
  suspects_likes          integer         not null,
  photos                  bigint          not null,
  -- sums over these photos, of everyone's comments and of those of all but suspects
  comments                bigint          not null,
  comments_squared        bigint          not null,
  others_comments         bigint          not null,
  others_comments_squared bigint          not null,
  constraint like_mix_pk primary key (actors, likes, suspects_likes)
) with (fillfactor = 80);

insert into insights.like_mix
select
  'EVERYONE', photo.likes, 0, count(*),
  sum(photo.comments), sum(photo.comments::bigint * photo.comments),
  sum(photo.comments), sum(photo.comments::bigint * photo.comments)
from insights.photo
where photo.likes > 0
group by photo.likes
union all
select
  suspect_photo.suspects, photo.likes, suspect_photo.likes, count(*),
  sum(photo.comments), sum(photo.comments::bigint * photo.comments),
  sum(photo.comments - suspect_photo.comments),
  sum(
    (photo.comments - suspect_photo.comments)::bigint
      * (photo.comments - suspect_photo.comments))
from insights.suspect_photo
join insights.photo on photo.photo_id = suspect_photo.photo_id
where photo.likes > 0 and (suspect_photo.likes <> 0 or suspect_photo.comments <> 0)
group by suspect_photo.suspects, photo.likes, suspect_photo.likes;

-- As before, and with the comments that a photo had.
create or replace function insights.stage() returns void
language plpgsql
as $$
begin
  set local client_min_messages = warning;
  -- grain: one batch to be rolled
  create temporary table if not exists rolling_batch (
    batch_id    bigint  not null,
    rows        integer not null,
    retractions integer not null
  ) on commit delete rows;
  -- grain: one event that comes (sign 1) or goes (-1)
  create temporary table if not exists change (
    batch_id     bigint,
    actors       insights.actors     not null default 'EVERYONE',
    sign         smallint            not null,
    kind         insights.event_kind not null,
    user_id      bigint              not null,
    -- as in insights.action
    subject_id   bigint              not null,
    -- whose photo it is about
    owner_id     bigint,
    quarter_hour integer             not null
  ) on commit delete rows;
  -- grain: one tag of a photo that comes or goes
  create temporary table if not exists tag_change (
    batch_id bigint   not null,
    sign     smallint not null,
    photo_id bigint   not null,
    tag_id   bigint   not null
  ) on commit delete rows;
  -- grain: one account and statement that has something to add to it
  create temporary table if not exists account_change (
    user_id           bigint  not null,
    photos            integer not null default 0,
    likes             integer not null default 0,
    comments          integer not null default 0,
    follows           integer not null default 0,
    followers         integer not null default 0,
    likes_received    integer not null default 0,
    comments_received integer not null default 0,
    admirers          integer not null default 0,
    likes_squared     bigint  not null default 0,
    likes_by_comments bigint  not null default 0,
    comments_squared  bigint  not null default 0
  ) on commit delete rows;
  -- grain: one photo whose likes or comments change
  create temporary table if not exists photo_change (
    photo_id        bigint  not null,
    owner_id        bigint  not null,
    likes_before    integer not null,
    likes           integer not null,
    comments_before integer not null,
    comments        integer not null
  ) on commit delete rows;
  -- grain: one account that enters (1) or leaves (-1) a set of suspects
  create temporary table if not exists suspect_move (
    suspects insights.actors not null,
    user_id  bigint          not null,
    sign     smallint        not null
  ) on commit delete rows;
end
$$;

grant select, insert, update, delete
on insights.account_week, insights.received, insights.like_mix
to insights_service;
