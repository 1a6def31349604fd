-- The facts: who registered, posted, tagged, liked, commented and followed.
--
-- Ids are given by the source. Natural keys are the primary keys, the distribution column first, so
-- that the same tables can be spread over nodes. There are no foreign keys on the tables that grow:
-- references are checked by set when a batch is written. Each row names the batch that brought it.

-- grain: one import as the client sees it
create table facts.import (
  id          bigint generated always as identity,
  kind        text        not null,
  state       text        not null default 'RUNNING',
  received    bigint      not null default 0,
  inserted    bigint      not null default 0,
  duplicate   bigint      not null default 0,
  rejected    bigint      not null default 0,
  -- rows taken although they are older than what they refer to
  older_than_reference bigint not null default 0,
  started_at  timestamptz not null default now(),
  finished_at timestamptz,
  constraint import_pk primary key (id),
  constraint import_kind_known check
    (kind in ('USERS', 'PHOTOS', 'TAGS', 'PHOTO_TAGS', 'FOLLOWS', 'LIKES', 'COMMENTS')),
  constraint import_state_known check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  constraint import_sums_up check
    (received = inserted + duplicate + rejected and least(inserted, duplicate, rejected) >= 0)
);

-- grain: one refused line of an import
create table facts.reject (
  import_id bigint not null,
  line      bigint not null,
  code      text   not null,
  reason    text   not null,
  constraint reject_pk primary key (import_id, line)
);

-- Batch ids have gaps and no order: a later one can be committed first.
create sequence facts.batch_id as bigint;

-- grain: one transaction of facts; the counts are rows inserted into each table
create table facts.batch (
  id           bigint      not null default nextval('facts.batch_id'),
  import_id    bigint,
  committed_at timestamptz not null default now(),
  users        integer     not null default 0,
  photos       integer     not null default 0,
  tags         integer     not null default 0,
  photo_tags   integer     not null default 0,
  likes        integer     not null default 0,
  comments     integer     not null default 0,
  follows      integer     not null default 0,
  constraint batch_pk primary key (id)
);

create table facts.users (
  id         bigint      not null,
  username   text        not null,
  created_at timestamptz not null,
  batch_id   bigint      not null,
  constraint users_pk primary key (id)
);

create table facts.photos (
  id         bigint      not null,
  owner_id   bigint      not null,
  image_url  text        not null,
  created_at timestamptz not null,
  batch_id   bigint      not null,
  constraint photos_pk primary key (id)
);

create table facts.tags (
  id         bigint      not null,
  name       text        not null,
  created_at timestamptz not null,
  batch_id   bigint      not null,
  constraint tags_pk primary key (id)
);

create table facts.photo_tags (
  photo_id bigint not null,
  tag_id   bigint not null,
  batch_id bigint not null,
  constraint photo_tags_pk primary key (photo_id, tag_id)
);

create table facts.likes (
  photo_id   bigint      not null,
  user_id    bigint      not null,
  created_at timestamptz not null,
  batch_id   bigint      not null,
  constraint likes_pk primary key (photo_id, user_id)
);

create table facts.comments (
  photo_id     bigint      not null,
  id           bigint      not null,
  user_id      bigint      not null,
  comment_text text        not null,
  created_at   timestamptz not null,
  batch_id     bigint      not null,
  constraint comments_pk primary key (photo_id, id)
);

create table facts.follows (
  followee_id bigint      not null,
  follower_id bigint      not null,
  created_at  timestamptz not null,
  batch_id    bigint      not null,
  constraint follows_pk primary key (followee_id, follower_id)
);

-- ingest-service is the only writer; it changes nothing but the counters of an import.
grant select, insert on all tables in schema facts to ingest_service;
grant update on facts.import to ingest_service;
grant usage on sequence facts.batch_id to ingest_service;
revoke insert on facts.flyway_schema_history from ingest_service;

-- The other services read the facts; rejects and imports are ingest-service's own.
grant select on
  facts.batch, facts.users, facts.photos, facts.tags, facts.photo_tags, facts.likes, facts.comments,
  facts.follows, facts.flyway_schema_history
to facts_reader;
