-- Moderation: what the detector found in each run, and what moderators decided.

-- grain: one finished scoring run; what it read, by which parameters, and what came out
create table moderation.run (
  id             bigint generated always as identity,
  started_at     timestamptz not null,
  finished_at    timestamptz not null,
  -- the facts it saw: batches have gaps and no order, so their number counts as well
  batches        bigint      not null,
  highest_batch  bigint      not null,
  photos         bigint      not null,
  likes          bigint      not null,
  accounts       bigint      not null,
  flagged        bigint      not null,
  min_share      numeric     not null,
  flag_threshold numeric     not null,
  -- scores below this one were not stored
  stored_from    numeric     not null,
  constraint run_pk primary key (id),
  constraint run_ends_after_start check (finished_at >= started_at),
  constraint run_flags_accounts check (flagged between 0 and accounts)
);

-- grain: one account in one run; old scores are purged unless a review or decision rests on them
create table moderation.score (
  run_id  bigint        not null,
  user_id bigint        not null,
  score   numeric(7, 6) not null,
  constraint score_pk primary key (run_id, user_id),
  constraint score_run_fk foreign key (run_id) references moderation.run (id),
  constraint score_in_range check (score between 0 and 1)
);

-- grain: what one signal added to one score, and why
create table moderation.contribution (
  run_id       bigint        not null,
  user_id      bigint        not null,
  signal       text          not null,
  value        numeric       not null,
  contribution numeric(7, 6) not null,
  sentence     text          not null,
  constraint contribution_pk primary key (run_id, user_id, signal),
  constraint contribution_score_fk foreign key (run_id, user_id)
    references moderation.score (run_id, user_id) on delete cascade,
  constraint contribution_in_range check (contribution between 0 and 1)
);

-- grain: one account that was ever flagged; run_id is the last run that did
create table moderation.review (
  user_id    bigint      not null,
  run_id     bigint      not null,
  state      text        not null default 'OPEN',
  version    integer     not null default 0,
  decided_at timestamptz,
  constraint review_pk primary key (user_id),
  constraint review_score_fk foreign key (run_id, user_id)
    references moderation.score (run_id, user_id),
  constraint review_state_known check (state in ('OPEN', 'CONFIRMED', 'DISMISSED')),
  constraint review_decided_has_time check ((state = 'OPEN') = (decided_at is null))
);

-- grain: one decision, append-only; version is the one that it gave the review
create table moderation.decision (
  user_id    bigint      not null,
  version    integer     not null,
  -- the run whose score was decided on
  run_id     bigint      not null,
  decision   text        not null,
  decided_at timestamptz not null,
  -- null as long as requests carry no identity
  actor      text,
  constraint decision_pk primary key (user_id, version),
  constraint decision_review_fk foreign key (user_id) references moderation.review (user_id),
  constraint decision_score_fk foreign key (run_id, user_id)
    references moderation.score (run_id, user_id),
  constraint decision_known check (decision in ('CONFIRMED', 'DISMISSED'))
);

-- grain: what a moderator wrote with one decision; a table of its own, so that it can be erased
create table moderation.note (
  user_id bigint  not null,
  version integer not null,
  note    text    not null,
  constraint note_pk primary key (user_id, version),
  constraint note_decision_fk foreign key (user_id, version)
    references moderation.decision (user_id, version),
  constraint note_length check (char_length(note) between 1 and 2000)
);

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

grant select, insert on
  moderation.run, moderation.score, moderation.contribution, moderation.review,
  moderation.decision, moderation.note
to bot_detector;
grant delete on moderation.score to bot_detector;
grant update (run_id, state, version, decided_at) on moderation.review to bot_detector;
grant select on moderation.flagged_account, moderation.flyway_schema_history to bot_detector;

-- Others read what was found and where its review stands; who decided, and why, stays here.
grant select on
  moderation.run, moderation.score, moderation.contribution, moderation.review,
  moderation.flagged_account, moderation.flyway_schema_history
to moderation_reader;
