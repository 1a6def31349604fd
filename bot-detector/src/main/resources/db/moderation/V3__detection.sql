-- Scores become probabilities of a model, and accounts that act together are kept as rings.
--
-- A service of the version before can go on writing: what it does not know may be null.

-- grain: one model that a run has used; written once. The settings of a version never change.
create table moderation.model (
  version   text        not null,
  -- lines of name=value, in the order of names
  settings  text        not null,
  stored_at timestamptz not null,
  constraint model_pk primary key (version)
);

-- A run of this version has a model, one of the version before has min_share.
alter table moderation.run
  add column model          text,
  add column comments       bigint,
  add column follows        bigint,
  add column rings          bigint,
  -- accounts that it flagged and the run before did not, and the other way round
  add column newly_flagged  bigint,
  add column no_longer_flagged bigint,
  alter column min_share drop not null,
  add constraint run_model_fk foreign key (model) references moderation.model (version),
  add constraint run_has_parameters check ((model is null) = (min_share is not null));

-- grain: accounts that acted together in one run
create table moderation.ring (
  run_id   bigint      not null,
  -- counts from 1 in each run
  ring     integer     not null,
  members  integer     not null,
  -- what at least two of them liked, commented or followed
  photos   integer     not null,
  follows  integer     not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  constraint ring_pk primary key (run_id, ring),
  constraint ring_run_fk foreign key (run_id) references moderation.run (id),
  constraint ring_has_members check (members > 1),
  constraint ring_ends_after_start check (last_at >= first_at)
);

-- grain: one account in one ring; an account is in one ring of a run at most
create table moderation.ring_member (
  run_id  bigint  not null,
  user_id bigint  not null,
  ring    integer not null,
  constraint ring_member_pk primary key (run_id, user_id),
  constraint ring_member_ring_fk foreign key (run_id, ring)
    references moderation.ring (run_id, ring) on delete cascade
);

-- who is in a ring, and what goes with it
create index ring_member_ring_ix on moderation.ring_member (run_id, ring);

-- grain: one owner on whom a ring's likes, comments and follows fell
create table moderation.ring_owner (
  run_id    bigint        not null,
  ring      integer       not null,
  owner_id  bigint        not null,
  -- photos that at least two members liked or commented
  photos    integer       not null,
  -- likes, comments and follows: those of members, and all
  from_ring integer       not null,
  received  integer       not null,
  -- lower bound of the share from members, with 95 % confidence
  at_least  numeric(7, 6) not null,
  constraint ring_owner_pk primary key (run_id, ring, owner_id),
  constraint ring_owner_ring_fk foreign key (run_id, ring)
    references moderation.ring (run_id, ring) on delete cascade,
  constraint ring_owner_got_it check (from_ring between 0 and received),
  constraint ring_owner_share check (at_least between 0 and 1)
);

-- Evidence is what a moderator looks at, and nobody searches: partners and actions by signal.
alter table moderation.score add column evidence jsonb;

-- Contributions are log odds now, so they can be above 1. The views stand in the way of the column's
-- type; they come back as they were.
drop view moderation.suspect;
drop view moderation.flagged_account;
alter table moderation.contribution
  drop constraint contribution_in_range,
  alter column contribution type numeric(12, 6),
  add constraint contribution_not_negative check (contribution >= 0);

-- grain: one account that stands flagged: the latest run flagged it, or a moderator has decided
create view moderation.flagged_account as
select
  review.user_id,
  review.run_id,
  score.score,
  review.state,
  review.version,
  review.decided_at,
  (
    select
      jsonb_agg(
        jsonb_build_object(
          'signal', contribution.signal,
          'value', contribution.value,
          'contribution', contribution.contribution,
          'sentence', contribution.sentence)
        order by contribution.contribution desc, contribution.signal)
    from moderation.contribution
    where contribution.run_id = review.run_id and contribution.user_id = review.user_id
  ) as reasons
from moderation.review
join moderation.score on score.run_id = review.run_id and score.user_id = review.user_id
where review.state <> 'OPEN' or review.run_id = (select max(run.id) from moderation.run);

-- grain: one account in one set of suspects, now. DETECTOR: the latest run flagged it and nobody
-- dismissed it, or a moderator confirmed it. CONFIRMED: its review stands at confirmed.
create view moderation.suspect as
select sets.suspects, flagged_account.user_id
from moderation.flagged_account
join (
  values ('DETECTOR', 'OPEN'), ('DETECTOR', 'CONFIRMED'), ('CONFIRMED', 'CONFIRMED')
) as sets (suspects, state)
  on sets.state = flagged_account.state;

grant select on moderation.flagged_account, moderation.suspect to bot_detector;
grant select on moderation.flagged_account to moderation_reader;

-- The scores of an account over time.
create index score_account_ix on moderation.score (user_id, run_id);

grant select, insert on
  moderation.model, moderation.ring, moderation.ring_member, moderation.ring_owner
to bot_detector;
grant delete on moderation.ring to bot_detector;
