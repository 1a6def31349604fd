-- On which UTC days was the first event of a kind, and the last one?
--
-- grain: one row a question; both null if there is none
-- parameters: arrays with one element a question, which is told by its number, from 1 on
--   $1 text[]  kind: REGISTRATIONS, PHOTOS, LIKES, COMMENTS or FOLLOWS
--   $2 text[]  actors: EVERYONE, or a set of suspects
--   $3 text[]  actors, of those before, whose events do not count; null: nobody
--
-- Days are since 1970-01-01. Each end is found by walking the key from there until a day counts.

select
  asked.number,
  (
    select whole.slot
    from insights.calendar as whole
    where whole.actors = asked.actors
      and whole.kind = asked.kind
      and whole.unit = 'DAY'
      and whole.events > coalesce(
        (
          select part.events
          from insights.calendar as part
          where part.actors = asked.less
            and part.kind = whole.kind
            and part.unit = 'DAY'
            and part.slot = whole.slot),
        0)
    order by whole.slot
    limit 1
  ) as first_day,
  (
    select whole.slot
    from insights.calendar as whole
    where whole.actors = asked.actors
      and whole.kind = asked.kind
      and whole.unit = 'DAY'
      and whole.events > coalesce(
        (
          select part.events
          from insights.calendar as part
          where part.actors = asked.less
            and part.kind = whole.kind
            and part.unit = 'DAY'
            and part.slot = whole.slot),
        0)
    order by whole.slot desc
    limit 1
  ) as last_day
from unnest(
    $1::text[]::insights.event_kind[], $2::text[]::insights.actors[], $3::text[]::insights.actors[])
  with ordinality as asked (kind, actors, less, number)
order by asked.number
