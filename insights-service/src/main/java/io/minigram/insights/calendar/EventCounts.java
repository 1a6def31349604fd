package io.minigram.insights.calendar;

import io.minigram.insights.transactions.Snapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Counts the events of a selection: those of some actors, less those of others. */
@Singleton
class EventCounts {

  private final CalendarQueries queries;

  EventCounts(CalendarQueries queries) {
    this.queries = queries;
  }

  /** Events in each slot of a unit of the UTC calendar; the selection is rolled. */
  Uni<SortedMap<Integer, Long>> slots(
      Snapshot snapshot, EventKind kind, Selection selection, CalendarUnit unit) {
    return net(
        selection,
        actors -> queries.slots(snapshot, kind, (Actors.Rolled) actors, unit),
        EventCounts::less);
  }

  /** The UTC days of the first and of the last event; the selection is rolled. */
  Uni<DaySpan> span(Snapshot snapshot, EventKind kind, Selection selection) {
    return queries.span(
        snapshot, kind, (Actors.Rolled) selection.of(), (Actors.Rolled) selection.less());
  }

  /** Events in each stretch of time. */
  Uni<long[]> stretches(Snapshot snapshot, EventKind kind, Selection selection, Timeline time) {
    return net(
        selection, actors -> queries.stretches(snapshot, kind, actors, time), EventCounts::less);
  }

  /** Events in each quarter of an hour of the UTC day, all days of each stretch together. */
  Uni<long[][]> quartersOfDay(
      Snapshot snapshot, EventKind kind, Selection selection, List<Integer> starts) {
    return net(
        selection,
        actors -> queries.quartersOfDay(snapshot, kind, actors, starts),
        (of, less) -> {
          for (int stretch = 0; stretch < of.length; stretch++) {
            less(of[stretch], less[stretch]);
          }
          return of;
        });
  }

  private static <T> Uni<T> net(
      Selection selection, Function<Actors, Uni<T>> count, BinaryOperator<T> subtract) {
    var of = count.apply(selection.of());
    return selection.less() == null
        ? of
        : Uni.combine().all().unis(of, count.apply(selection.less())).with(subtract::apply);
  }

  private static long[] less(long[] of, long[] less) {
    for (int i = 0; i < of.length; i++) {
      of[i] -= less[i];
    }
    return of;
  }

  private static SortedMap<Integer, Long> less(
      SortedMap<Integer, Long> of, SortedMap<Integer, Long> less) {
    var net = new TreeMap<>(of);
    less.forEach((slot, events) -> net.merge(slot, -events, Long::sum));
    net.values().removeIf(events -> events == 0);
    return net;
  }
}
