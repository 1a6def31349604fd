-- The two sets of suspects, published as changes: who keeps a copy follows them from where it is,
-- and reads no account twice.

-- grain: one account in one set of suspects, now. DETECTOR: the latest run flagged it and nobody
-- dismissed it, or a moderator confirmed it. CONFIRMED: its review stands at confirmed.
create view moderation.suspect as
select sets.suspects, flagged_account.user_id
from moderation.flagged_account
join (
  values ('DETECTOR', 'OPEN'), ('DETECTOR', 'CONFIRMED'), ('CONFIRMED', 'CONFIRMED')
) as sets (suspects, state)
  on sets.state = flagged_account.state;

-- grain: one account that entered or left a set, append-only. The changes of a set, replayed in the
-- order of their ids, give the set; it is that of the transaction that committed the last of them.
--
-- Ids are in commit order: whoever has seen one never sees a new one below it later, so "id above
-- the last one seen" misses nothing. A sequence alone does not give that. It hands out ids when rows
-- are inserted, and of two transactions the one with the higher id can commit first; a reader that
-- comes in between goes on behind it and never sees the lower one. So a transaction that inserts
-- here takes the advisory lock hashtextextended('moderation.flagged_change', 0) before, and has it
-- until its commit is visible: ids are drawn by one transaction at a time. Two more things rest on
-- that. The sequence must have no cache, which would give each session ids of its own (1 is the
-- default). And the changes are worked out in a statement after the one that waited for the lock:
-- at READ COMMITTED it sees what the transaction before it has published.
--
-- It is the last lock that a transaction takes. Who has it waits for nobody, so that runs and
-- decisions, which want reviews before, cannot wait for each other in a circle.
--
-- Ids have gaps, left by transactions that failed.
create table moderation.flagged_change (
  id         bigint      generated always as identity,
  suspects   text        not null,
  user_id    bigint      not null,
  -- true if it entered the set, false if it left
  flagged    boolean     not null,
  -- when the transaction that caused it began; ids tell the order, this does not
  changed_at timestamptz not null default now(),
  constraint flagged_change_pk primary key (id),
  constraint flagged_change_suspects_known check (suspects in ('DETECTOR', 'CONFIRMED'))
);

-- what was published last of an account
create index flagged_change_account_ix on moderation.flagged_change (user_id, suspects, id);

-- what stands already; nobody sees the table before this commits, so it needs no lock
insert into moderation.flagged_change (suspects, user_id, flagged)
select suspect.suspects, suspect.user_id, true
from moderation.suspect
order by suspect.user_id, suspect.suspects;

grant select, insert on moderation.flagged_change to bot_detector;
grant select on moderation.suspect to bot_detector;
grant select on moderation.flagged_change to moderation_reader;
