package io.minigram.insights.calendar;

import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@Singleton
class CalendarQueries extends AggregateQueries {

  private final String slots = statement("/sql/calendar/slots.sql");
  private final String firstAndLastDay = statement("/sql/calendar/first_and_last_day.sql");
  private final String stretches = statement("/sql/calendar/stretches.sql");
  private final String stretchesOfAccounts = statement("/sql/calendar/stretches_of_accounts.sql");
  private final String quartersOfDay = statement("/sql/calendar/quarters_of_day.sql");
  private final String quartersOfDayOfAccounts =
      statement("/sql/calendar/quarters_of_day_of_accounts.sql");
  private final String fewerAccounts = statement("/sql/calendar/fewer_accounts.sql");

  /** What is asked for once an operation. */
  private record Span(EventKind kind, Actors.Rolled of, Actors.Rolled less) {}

  CalendarQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /** Events in each slot of a unit of the UTC calendar, the first slot first; no slots of none. */
  Uni<Map<Integer, Long>> slots(
      Snapshot snapshot, Collection<EventKind> kinds, Actors.Rolled actors, CalendarUnit unit) {
    return snapshot
        .rows(
            slots,
            Tuple.of(
                kinds.stream().map(EventKind::name).toArray(String[]::new),
                actors.name(),
                unit.name()),
            row -> Map.entry(row.getInteger("slot"), row.getLong("events")))
        .map(
            rows -> {
              var events = new TreeMap<Integer, Long>();
              rows.forEach(row -> events.put(row.getKey(), row.getValue()));
              return events;
            });
  }

  /**
   * The UTC days of the first and of the last event of a kind; asked for once an operation.
   *
   * @param less those among the actors whose events do not count; null: nobody
   */
  Uni<DaySpan> span(Snapshot snapshot, EventKind kind, Actors.Rolled of, Actors.Rolled less) {
    return snapshot.once(
        new Span(kind, of, less),
        () ->
            snapshot
                .rows(
                    firstAndLastDay,
                    Tuple.of(kind.name(), of.name(), less == null ? null : less.name()),
                    row -> new DaySpan(row.getInteger("first_day"), row.getInteger("last_day")))
                .map(rows -> rows.get(0)));
  }

  /** Events in each stretch of time. */
  Uni<long[]> stretches(Snapshot snapshot, EventKind kind, Actors actors, Timeline time) {
    String statement;
    Tuple arguments;
    if (actors instanceof Actors.Accounts accounts) {
      statement = stretchesOfAccounts;
      arguments = Tuple.of(kind.name(), accounts.ids(), array(time.starts()));
    } else {
      var rolled = (Actors.Rolled) actors;
      var pieces = time.pieces();
      statement = stretches;
      arguments =
          Tuple.from(
              List.of(
                  kind.name(),
                  rolled.name(),
                  array(pieces.days()),
                  array(pieces.dayStretches()),
                  array(pieces.starts()),
                  array(pieces.ends()),
                  array(pieces.pieceStretches())));
    }
    var events = new long[time.periodOf().size()];
    return snapshot
        .rows(
            statement,
            arguments,
            row -> new Count(row.getInteger("stretch"), 0, row.getLong("events")))
        .map(
            counts -> {
              counts.forEach(count -> events[count.stretch()] += count.events());
              return events;
            });
  }

  /** Events in each quarter of an hour of the UTC day, all days of each stretch together. */
  Uni<long[][]> quartersOfDay(
      Snapshot snapshot, EventKind kind, Actors actors, List<Integer> starts) {
    String statement;
    Tuple arguments;
    if (actors instanceof Actors.Accounts accounts) {
      statement = quartersOfDayOfAccounts;
      arguments = Tuple.of(kind.name(), accounts.ids(), array(starts));
    } else {
      statement = quartersOfDay;
      arguments = Tuple.of(kind.name(), ((Actors.Rolled) actors).name(), array(starts));
    }
    var events = new long[starts.size() - 1][QuarterHours.A_DAY];
    return snapshot
        .rows(
            statement,
            arguments,
            row ->
                new Count(
                    row.getInteger("stretch"),
                    row.getInteger("quarter_of_day"),
                    row.getLong("events")))
        .map(
            counts -> {
              counts.forEach(
                  count -> events[count.stretch()][count.quarterOfDay()] += count.events());
              return events;
            });
  }

  /** Some accounts or all others, whoever did less of a kind. */
  Uni<FewerAccounts> fewerAccounts(Snapshot snapshot, EventKind kind, Long[] ids) {
    return snapshot
        .rows(
            fewerAccounts,
            Tuple.of(kind.name(), ids),
            row ->
                row.getBoolean("is_most")
                    ? new FewerAccounts(new Actors.Accounts(row.getArrayOfLongs("others")), true)
                    : new FewerAccounts(new Actors.Accounts(ids), false))
        .map(rows -> rows.get(0));
  }

  /** A row of an answer. */
  private record Count(int stretch, int quarterOfDay, long events) {}

  private static Integer[] array(List<Integer> numbers) {
    return numbers.toArray(Integer[]::new);
  }
}
