-- A review becomes a case: it is opened by a run or by a moderator, decided, and a decision can be
-- undone. All of that is in one log that is only ever appended to.
--
-- A service of the version before can neither score nor decide any more: what it would write is no
-- complete log.

drop view moderation.suspect;
drop view moderation.flagged_account;

alter table moderation.note drop constraint note_pk, drop constraint note_decision_fk;
alter table moderation.decision drop constraint decision_review_fk;

-- grain: one case. Its subject is an account so far: that stands here, and in no table that hangs on
-- a case, so that a ring can be a subject as well once rings are stored.
alter table moderation.review
  add column id bigint generated always as identity,
  drop constraint review_pk,
  add constraint review_pk primary key (id),
  add constraint review_user_unique unique (user_id),
  -- the run whose score the case shows: the last that flagged the account, or the latest one when a
  -- moderator did; null if no score of it is stored
  alter column run_id drop not null,
  -- whether a moderator flagged it, so that it stands flagged whatever runs say; decisions leave
  -- this as it is, since one that is undone brings back what was before
  add column flagged_by_hand boolean not null default false,
  -- the run that opened the case the last time; null if it was a moderator
  add column opened_run_id bigint,
  -- the version of the event that the state rests on
  add column standing_version integer not null default 0,
  -- the run whose score the decision that stands has seen; null if there was none, or no decision.
  -- It is in the log, too, but a run that waits for this row sees the row anew, and not the log.
  add column seen_run_id bigint,
  add constraint review_seen_score_fk foreign key (seen_run_id, user_id)
    references moderation.score (run_id, user_id);

-- grain: one thing that happened to a case, append-only; version is the one that it gave the case
create table moderation.event (
  case_id       bigint      not null,
  version       integer     not null,
  kind          text        not null,
  -- null if there was no case
  from_state    text,
  to_state      text        not null,
  happened_at   timestamptz not null,
  -- the moderator, by the subject of the token; null if it was the run
  actor         text,
  -- the run and the score that the actor has seen, or that flagged the account; null if none was
  -- stored
  run_id        bigint,
  score         numeric,
  -- of a decision: the event that the state rested on before; of an undoing: what it has undone
  stood_version integer,
  constraint event_pk primary key (case_id, version),
  constraint event_review_fk foreign key (case_id) references moderation.review (id),
  constraint event_run_fk foreign key (run_id) references moderation.run (id),
  constraint event_from_known check (from_state in ('OPEN', 'CONFIRMED', 'DISMISSED')),
  constraint event_to_known check (to_state in ('OPEN', 'CONFIRMED', 'DISMISSED')),
  constraint event_kind_known check (
    kind = 'UNDONE' or (kind, to_state) in (
      ('FLAGGED', 'OPEN'), ('CONFIRMED', 'CONFIRMED'), ('DISMISSED', 'DISMISSED'))),
  constraint event_rests_on_another check ((kind = 'FLAGGED') = (stood_version is null))
);

insert into moderation.event (
  case_id, version, kind, from_state, to_state, happened_at, actor, run_id, score, stood_version)
select
  review.id, decision.version, decision.decision,
  lag(decision.decision, 1, 'OPEN') over (partition by review.id order by decision.version),
  decision.decision, decision.decided_at, decision.actor, decision.run_id, score.score,
  decision.version - 1
from moderation.decision
join moderation.review on review.user_id = decision.user_id
join moderation.score on score.run_id = decision.run_id and score.user_id = decision.user_id;

-- the decisions from before this migration do not know who took them
alter table moderation.event
  add constraint event_has_author
    check (actor is not null or kind = 'FLAGGED' and run_id is not null) not valid;

update moderation.review
set standing_version = review.version, seen_run_id = event.run_id
from moderation.event
where event.case_id = review.id and event.version = review.version;

-- grain: what a moderator wrote with one event; a table of its own, so that it can be erased
alter table moderation.note add column case_id bigint;

update moderation.note
set case_id = review.id
from moderation.review
where review.user_id = note.user_id;

alter table moderation.note
  drop column user_id,
  add constraint note_pk primary key (case_id, version),
  add constraint note_event_fk foreign key (case_id, version)
    references moderation.event (case_id, version);

drop table moderation.decision;

-- grain: one account that stands flagged: the latest run flagged it, or a moderator has flagged it or
-- decided
create view moderation.flagged_account as
select
  review.id as case_id,
  review.user_id,
  score.run_id,
  score.score,
  review.state,
  review.version,
  review.standing_version,
  review.decided_at,
  (
    select
      coalesce(
        jsonb_agg(
          jsonb_build_object(
            'signal', contribution.signal,
            'value', contribution.value,
            'contribution', contribution.contribution,
            'sentence', contribution.sentence)
          order by contribution.contribution desc, contribution.signal),
        '[]')
    from moderation.contribution
    where contribution.run_id = score.run_id and contribution.user_id = score.user_id
  ) as reasons
from moderation.review
left join moderation.score
  on score.user_id = review.user_id
  and score.run_id = coalesce(review.run_id, (select max(run.id) from moderation.run))
where
  review.state <> 'OPEN'
  or review.flagged_by_hand
  or review.run_id = (select max(run.id) from moderation.run);

-- grain: one account in one set of suspects, now. DETECTOR: the latest run or a moderator flagged it
-- and nobody dismissed it, or a moderator confirmed it. CONFIRMED: its review stands at confirmed.
create view moderation.suspect as
select sets.suspects, flagged_account.user_id
from moderation.flagged_account
join (
  values ('DETECTOR', 'OPEN'), ('DETECTOR', 'CONFIRMED'), ('CONFIRMED', 'CONFIRMED')
) as sets (suspects, state)
  on sets.state = flagged_account.state;

grant select, insert on moderation.event to bot_detector;
grant update (flagged_by_hand, opened_run_id, standing_version, seen_run_id) on moderation.review
to bot_detector;
-- the notes on an account that is erased go with it
grant delete on moderation.note to bot_detector;
grant select on moderation.flagged_account, moderation.suspect to bot_detector;
grant select on moderation.flagged_account to moderation_reader;
