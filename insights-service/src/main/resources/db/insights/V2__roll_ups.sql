-- The roll-ups: what the questions are answered from, so that no answer reads the facts.
--
-- One roller takes committed batches of facts, whole ones, and folds them in. Everything here is a
-- sum over the facts of the batches in insights.rolled_batch, so it does not matter in which order
-- or how many at a time they come. Time is kept in quarter-hours since 1970-01-01 00:00 UTC, from
-- which the hours, days and years of every time zone can be folded.

-- grain: one row
create table insights.roll_up (
  only_row          boolean     not null default true,
  -- goes up by one whenever anything below changes
  version           bigint      not null default 0,
  -- whatever was committed before this is in
  as_of             timestamptz not null default 'epoch',
  -- every batch whose transaction has a lower number is in, or will never be
  horizon           xid8        not null default '0',
  -- the last change of the published suspects that is in
  flagged_change_id bigint      not null default 0,
  constraint roll_up_pk primary key (only_row),
  constraint roll_up_single check (only_row)
);

insert into insights.roll_up default values;

-- grain: one batch of facts that is in
create table insights.rolled_batch (
  batch_id bigint not null,
  version  bigint not null,
  constraint rolled_batch_pk primary key (batch_id)
);

-- grain: one row
create table insights.network (
  only_row    boolean not null default true,
  users       bigint  not null default 0,
  photos      bigint  not null default 0,
  -- photos with at least one like
  liked_photos bigint not null default 0,
  tags        bigint  not null default 0,
  photo_tags  bigint  not null default 0,
  likes       bigint  not null default 0,
  comments    bigint  not null default 0,
  follows     bigint  not null default 0,
  constraint network_pk primary key (only_row),
  constraint network_single check (only_row)
);

insert into insights.network default values;

create type insights.event_kind as enum ('REGISTRATIONS', 'PHOTOS', 'LIKES', 'COMMENTS', 'FOLLOWS');

-- Whose events: everyone's, or those of the accounts in a set of suspects under its default rule.
create type insights.actors as enum ('EVERYONE', 'LIKED_SHARE', 'DETECTOR', 'CONFIRMED');

-- grain: one hour, UTC, in which these actors did such a thing
create table insights.event_hour (
  actors insights.actors     not null,
  kind   insights.event_kind not null,
  -- hours since 1970-01-01 00:00 UTC
  hour   integer             not null,
  -- events in each quarter of the hour
  q0     integer             not null,
  q1     integer             not null,
  q2     integer             not null,
  q3     integer             not null,
  constraint event_hour_pk primary key (actors, kind, hour)
) with (fillfactor = 80);

-- grain: one slot of the UTC calendar
--   DAY         days since 1970-01-01
--   MONTH       12 x year + month - 1
--   DAY_OF_WEEK 1 is Monday, 7 Sunday; all weeks together
--   HOUR        0 to 23; all days together
create table insights.calendar (
  actors insights.actors     not null,
  kind   insights.event_kind not null,
  unit   text                not null,
  slot   integer             not null,
  events bigint              not null,
  constraint calendar_pk primary key (actors, kind, unit, slot),
  constraint calendar_unit_known check (unit in ('DAY', 'MONTH', 'DAY_OF_WEEK', 'HOUR'))
) with (fillfactor = 80);

-- grain: one account
create table insights.account (
  user_id           bigint  not null,
  -- both null: it did something, but its registration is not there, or not any more
  username          text,
  created_at        timestamptz,
  -- what it did
  photos            integer not null default 0,
  likes             integer not null default 0,
  comments          integer not null default 0,
  follows           integer not null default 0,
  -- what came to it and its photos
  followers         integer not null default 0,
  likes_received    integer not null default 0,
  comments_received integer not null default 0,
  -- accounts that liked or commented on its photos; over them, sums of likes², likes x comments,
  -- and comments², from which mean and variance follow for any weight of a comment
  admirers          integer not null default 0,
  likes_squared     bigint  not null default 0,
  likes_by_comments bigint  not null default 0,
  comments_squared  bigint  not null default 0,
  constraint account_pk primary key (user_id)
) with (fillfactor = 70);

create index account_username on insights.account (username, user_id);
create index account_created_at on insights.account (created_at, user_id);

-- grain: one account and day of the week, UTC, on which it did something
create table insights.account_weekday (
  user_id     bigint   not null,
  -- 1 is Monday, 7 Sunday
  day_of_week smallint not null,
  photos      integer  not null default 0,
  likes       integer  not null default 0,
  comments    integer  not null default 0,
  follows     integer  not null default 0,
  constraint account_weekday_pk primary key (user_id, day_of_week)
) with (fillfactor = 80);

-- grain: one thing that an account did; equal rows are possible (two comments in a quarter-hour)
create table insights.action (
  user_id      bigint              not null,
  kind         insights.event_kind not null,
  quarter_hour integer             not null,
  -- the photo, the account followed, or the account itself if it registered
  subject_id   bigint              not null
);

create index action_user on insights.action (user_id, kind) include (quarter_hour, subject_id);

-- grain: one photo
create table insights.photo (
  photo_id   bigint      not null,
  owner_id   bigint      not null,
  created_at timestamptz not null,
  likes      integer     not null default 0,
  comments   integer     not null default 0,
  tag_ids    bigint[]    not null default '{}',
  constraint photo_pk primary key (photo_id)
) with (fillfactor = 70);

create index photo_owner on insights.photo (owner_id);

-- grain: one tag
create table insights.tag (
  tag_id     bigint      not null,
  name       text        not null,
  created_at timestamptz not null,
  -- photos that carry it, and likes of these
  uses       bigint      not null default 0,
  likes      bigint      not null default 0,
  constraint tag_pk primary key (tag_id)
) with (fillfactor = 70);

create index tag_name on insights.tag (name, tag_id);

-- grain: one account that liked or commented on photos of another (or its own)
create table insights.pair (
  owner_id bigint  not null,
  actor_id bigint  not null,
  likes    integer not null,
  comments integer not null,
  constraint pair_pk primary key (owner_id, actor_id)
) with (fillfactor = 80);

-- grain: one account in a set of suspects under its default rule
create table insights.suspect (
  suspects insights.actors not null,
  user_id  bigint          not null,
  constraint suspect_pk primary key (suspects, user_id)
);

-- grain: one photo that suspects liked or commented on
create table insights.suspect_photo (
  suspects insights.actors not null,
  photo_id bigint          not null,
  likes    integer         not null,
  comments integer         not null,
  constraint suspect_photo_pk primary key (suspects, photo_id)
) with (fillfactor = 80);

-- grain: one account that suspects follow, or whose photos they liked or commented on
create table insights.suspect_owner (
  suspects  insights.actors not null,
  owner_id  bigint          not null,
  likes     integer         not null,
  comments  integer         not null,
  followers integer         not null,
  constraint suspect_owner_pk primary key (suspects, owner_id)
) with (fillfactor = 80);

-- grain: one set of suspects
create table insights.suspect_total (
  suspects insights.actors not null,
  -- Sum over the photos of trunc(10^12 x suspects' likes / likes): whole numbers, so that the sum
  -- does not depend on the order and does not drift.
  like_shares numeric      not null default 0,
  constraint suspect_total_pk primary key (suspects)
);

insert into insights.suspect_total (suspects) values ('LIKED_SHARE'), ('DETECTOR'), ('CONFIRMED');

-- Only immutable functions of PostgreSQL's stand in these, so that they are inlined; taken of a
-- timestamptz, extract is not.
create function insights.quarter_hour(happened_at timestamptz) returns integer
language sql immutable parallel safe
return floor(
  date_part('epoch', happened_at - timestamptz '1970-01-01 00:00:00+00') / 900)::integer;

-- days since 1970-01-01, UTC
create function insights.day(quarter_hour integer) returns integer
language sql immutable parallel safe
return floor(quarter_hour / 96.0::double precision)::integer;

-- 1 is Monday, 7 Sunday; 1970-01-01 was a Thursday
create function insights.day_of_week(quarter_hour integer) returns integer
language sql immutable parallel safe
return ((floor(quarter_hour / 96.0::double precision)::integer + 3) % 7 + 7) % 7 + 1;

-- 12 x year + month - 1
create function insights.month(quarter_hour integer) returns integer
language sql immutable parallel safe
return (
  extract(year from date '1970-01-01' + floor(quarter_hour / 96.0::double precision)::integer) * 12
  + extract(month from date '1970-01-01' + floor(quarter_hour / 96.0::double precision)::integer) - 1
)::integer;

-- Whoever edits the themes changes answers, so that is a new version, too.
create function insights.change_version() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update insights.roll_up set version = version + 1;
  return null;
end
$$;

create trigger tag_theme_changes_version
after insert or update or delete or truncate on insights.tag_theme
for each statement execute function insights.change_version();

-- Where a roll is put together: tables of the roller's own connection, empty after each commit.
create function insights.stage() returns void
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
    photo_id     bigint  not null,
    owner_id     bigint  not null,
    likes_before integer not null,
    likes        integer not null,
    comments     integer not null
  ) on commit delete rows;
  -- grain: one account that enters (1) or leaves (-1) a set of suspects
  create temporary table if not exists suspect_move (
    suspects insights.actors not null,
    user_id  bigint          not null,
    sign     smallint        not null
  ) on commit delete rows;
end
$$;

grant select on insights.roll_up, insights.rolled_batch, insights.network, insights.event_hour,
  insights.calendar, insights.account, insights.account_weekday, insights.action, insights.photo,
  insights.tag, insights.pair, insights.suspect, insights.suspect_photo, insights.suspect_owner,
  insights.suspect_total
to insights_service;
grant insert, update, delete on insights.rolled_batch, insights.event_hour, insights.calendar,
  insights.account, insights.account_weekday, insights.action, insights.photo, insights.tag,
  insights.pair, insights.suspect, insights.suspect_photo, insights.suspect_owner
to insights_service;
grant update on insights.roll_up, insights.network, insights.suspect_total to insights_service;
