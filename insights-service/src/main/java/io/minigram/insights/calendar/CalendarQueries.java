package io.minigram.insights.calendar;

import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

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

  /** What is asked for once an operation, with others of its kind. */
  private record Span(EventKind kind, Actors.Rolled of, Actors.Rolled less) {}

  private record Slots(EventKind kind, Actors.Rolled actors, CalendarUnit unit) {}

  CalendarQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /** Events in each slot of a unit of the UTC calendar, the first slot first; no slots of none. */
  Uni<SortedMap<Integer, Long>> slots(
      Snapshot snapshot, EventKind kind, Actors.Rolled actors, CalendarUnit unit) {
    var question = new Slots(kind, actors, unit);
    return snapshot.once(
        question, () -> snapshot.together(question, questions -> slots(snapshot, questions)));
  }

  private Uni<Map<Slots, SortedMap<Integer, Long>>> slots(
      Snapshot snapshot, List<Slots> questions) {
    return snapshot
        .rows(
            slots,
            Tuple.of(
                texts(questions, asked -> asked.kind().name()),
                texts(questions, asked -> asked.actors().name()),
                texts(questions, asked -> asked.unit().name())),
            row ->
                new Slot(row.getInteger("number"), row.getInteger("slot"), row.getLong("events")))
        .map(
            rows -> {
              var events = new ArrayList<SortedMap<Integer, Long>>();
              questions.forEach(question -> events.add(new TreeMap<>()));
              rows.forEach(row -> events.get(row.number() - 1).put(row.slot(), row.events()));
              return byQuestion(
                  questions, number -> Collections.unmodifiableSortedMap(events.get(number)));
            });
  }

  /**
   * The UTC days of the first and of the last event of a kind.
   *
   * @param less those among the actors whose events do not count; null: nobody
   */
  Uni<DaySpan> span(Snapshot snapshot, EventKind kind, Actors.Rolled of, Actors.Rolled less) {
    var question = new Span(kind, of, less);
    return snapshot.once(
        question, () -> snapshot.together(question, questions -> spans(snapshot, questions)));
  }

  private Uni<Map<Span, DaySpan>> spans(Snapshot snapshot, List<Span> questions) {
    return snapshot
        .rows(
            firstAndLastDay,
            Tuple.of(
                texts(questions, asked -> asked.kind().name()),
                texts(questions, asked -> asked.of().name()),
                texts(questions, asked -> asked.less() == null ? null : asked.less().name())),
            row -> new DaySpan(row.getInteger("first_day"), row.getInteger("last_day")))
        .map(spans -> byQuestion(questions, spans::get));
  }

  private static <Q, T> Map<Q, T> byQuestion(List<Q> questions, IntFunction<T> answer) {
    var answers = new HashMap<Q, T>();
    for (int number = 0; number < questions.size(); number++) {
      answers.put(questions.get(number), answer.apply(number));
    }
    return answers;
  }

  private static <Q> String[] texts(List<Q> questions, Function<Q, String> part) {
    return questions.stream().map(part).toArray(String[]::new);
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
  private record Slot(int number, int slot, long events) {}

  /** A row of an answer. */
  private record Count(int stretch, int quarterOfDay, long events) {}

  private static Integer[] array(List<Integer> numbers) {
    return numbers.toArray(Integer[]::new);
  }
}
