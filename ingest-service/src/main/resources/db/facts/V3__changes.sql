-- Facts can go again, streams hold events of all kinds, and a request can be sent again.

-- Ids for what is registered, posted, tagged or said without one. Each is drawn again where it is
-- not above the ids that are there.
create sequence facts.user_id as bigint;
create sequence facts.photo_id as bigint;
create sequence facts.tag_id as bigint;
create sequence facts.comment_id as bigint;

-- grain: one fact that was there and is not any more. It keeps what a roll-up needs to take the fact
-- out again, and no text.
create table facts.retraction (
  fact            text        not null,
  -- the fact's key: photo_id, followee_id, or the id of a user, photo or tag; then the rest of it
  subject_id      bigint      not null,
  object_id       bigint      not null default 0,
  -- who registered, posted, liked, commented or followed
  user_id         bigint,
  -- whose photo it was
  owner_id        bigint,
  created_at      timestamptz,
  -- the batch that had brought it, and the one that took it away
  origin_batch_id bigint      not null,
  batch_id        bigint      not null,
  constraint retraction_pk primary key (subject_id, fact, object_id, batch_id),
  constraint retraction_fact_known check
    (fact in ('USERS', 'PHOTOS', 'PHOTO_TAGS', 'LIKES', 'COMMENTS', 'FOLLOWS'))
);

create index retraction_batch on facts.retraction (batch_id);
create index retraction_origin on facts.retraction (origin_batch_id);

alter table facts.batch
  -- rows of facts.retraction
  add column retractions integer not null default 0;

-- The order in which removals are committed: whoever has seen one has seen those before it.
create sequence facts.removal_number as bigint;

-- grain: one account or photo that is removed. The row stays, so that nothing can bring it back.
create table facts.removal (
  target       text        not null,
  id           bigint      not null,
  number       bigint      not null default nextval('facts.removal_number'),
  requested_at timestamptz not null default now(),
  -- a transaction of later than the request; whatever may not have seen the request is older
  barrier      xid8,
  -- how far the sweep of an account is
  stage        text        not null default 'PHOTOS',
  position     bigint      not null default 0,
  finished_at  timestamptz,
  constraint removal_pk primary key (id, target),
  constraint removal_target_known check (target in ('ACCOUNT', 'PHOTO'))
);

create unique index removal_number_unique on facts.removal (number);
create index removal_unfinished on facts.removal (target, number) where finished_at is null;

-- an account's photos go with it; photos are few beside what hangs on them
create index photos_owner on facts.photos (owner_id);
create index tags_name on facts.tags (name);

alter table facts.reject
  -- whom and what the row is about, as far as it could be read, so that it can go with them
  add column user_ids bigint[] not null default '{}',
  add column photo_ids bigint[] not null default '{}';

create index reject_user_ids on facts.reject using gin (user_ids);
create index reject_photo_ids on facts.reject using gin (photo_ids);

alter table facts.import
  drop constraint import_kind_known,
  drop constraint import_sums_up,
  -- events that took something away
  add column retracted bigint not null default 0,
  -- who sent it, and under which key
  add column caller text,
  add column key text,
  -- how it was cut: the same body is cut the same way when it is sent again
  add column chunk_rows integer,
  add column parts integer,
  -- SHA-256 of the whole body, once all of it is in
  add column digest bytea,
  add constraint import_kind_known check
    (kind in
      ('USERS', 'PHOTOS', 'TAGS', 'PHOTO_TAGS', 'FOLLOWS', 'LIKES', 'COMMENTS', 'EVENTS')),
  add constraint import_sums_up check
    (received = inserted + retracted + duplicate + rejected
      and least(inserted, retracted, duplicate, rejected) >= 0);

create unique index import_key on facts.import (caller, kind, key) where key is not null;
create index import_running on facts.import (id) where state = 'RUNNING';

-- grain: one part of an import with a key; the chunks of a part are committed one after the other
create table facts.import_part (
  import_id bigint  not null,
  part      integer not null,
  -- the last chunk that is committed, from 1
  chunk     bigint  not null,
  -- SHA-256 of the body up to that chunk's end
  digest    bytea   not null,
  constraint import_part_pk primary key (import_id, part)
);

-- grain: one request that its sender named, with what was answered
create table facts.request (
  caller      text        not null,
  operation   text        not null,
  key         text        not null,
  -- SHA-256 of what was asked
  fingerprint bytea       not null,
  -- ids and flags, never text of a user
  answer      jsonb       not null,
  created_at  timestamptz not null default now(),
  constraint request_pk primary key (caller, operation, key)
);

create index request_created_at on facts.request (created_at);

-- ingest-service takes facts away as well, and forgets what has expired. It never changes a fact.
grant select, insert on facts.retraction, facts.removal, facts.import_part, facts.request
to ingest_service;
grant update on facts.removal, facts.import_part, facts.reject to ingest_service;
grant delete on
  facts.users, facts.photos, facts.photo_tags, facts.likes, facts.comments, facts.follows,
  facts.reject, facts.import_part, facts.request
to ingest_service;
grant usage, select, update on sequence
  facts.user_id, facts.photo_id, facts.tag_id, facts.comment_id
to ingest_service;
grant usage on sequence facts.removal_number to ingest_service;

grant select on facts.retraction, facts.removal to facts_reader;
