package io.minigram.insights.calendar;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.TimeZone;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events over time. */
@Singleton
public class EventSeries {

  static final int MOST_PERIODS = 10_000;

  private final Snapshots snapshots;
  private final Selections selections;
  private final EventCounts counts;
  private final CalendarQueries queries;

  EventSeries(
      Snapshots snapshots, Selections selections, EventCounts counts, CalendarQueries queries) {
    this.snapshots = snapshots;
    this.selections = selections;
    this.counts = counts;
    this.queries = queries;
  }

  /**
   * Every period of the range, in order. At an end that is not given the series begins with the
   * first event, or ends with the last.
   */
  public Uni<List<EventPeriod>> periods(
      EventKind kind, Granularity granularity, TimeZone zone, TimeRange range, Whose whose) {
    var snapshot = snapshots.current();
    boolean isByMonth = granularity.isOfMonths() && zone.isUtc() && range.isOpen();
    return selections
        .find(snapshot, kind, whose)
        .flatMap(
            selection ->
                isByMonth && selection.isRolled()
                    ? byMonth(snapshot, kind, granularity, selection)
                    : byStretch(snapshot, kind, granularity, zone, range, selection));
  }

  /** Everyone's events of each UTC day that has any, by days since 1970-01-01, ascending. */
  public Uni<SortedMap<Integer, Long>> byDay(EventKind kind) {
    return queries.slots(snapshots.current(), kind, Actors.Rolled.EVERYONE, CalendarUnit.DAY);
  }

  private Uni<List<EventPeriod>> byMonth(
      Snapshot snapshot, EventKind kind, Granularity granularity, Selection selection) {
    return counts
        .slots(snapshot, kind, selection, CalendarUnit.MONTH)
        .map(
            months -> {
              var events = new TreeMap<LocalDateTime, Long>();
              months.forEach(
                  (slot, count) ->
                      events.merge(granularity.start(CalendarMonth.start(slot)), count, Long::sum));
              var periods = new ArrayList<EventPeriod>();
              if (!events.isEmpty()) {
                for (var start = events.firstKey();
                    !start.isAfter(events.lastKey());
                    start = granularity.next(start)) {
                  if (periods.size() == MOST_PERIODS) {
                    throw tooMany(granularity);
                  }
                  periods.add(
                      EventPeriod.of(
                          start.atOffset(ZoneOffset.UTC),
                          start,
                          granularity,
                          events.getOrDefault(start, 0L)));
                }
              }
              return List.copyOf(periods);
            });
  }

  private Uni<List<EventPeriod>> byStretch(
      Snapshot snapshot,
      EventKind kind,
      Granularity granularity,
      TimeZone zone,
      TimeRange range,
      Selection selection) {
    return queries
        .span(snapshot, kind, Actors.Rolled.EVERYONE, null)
        .flatMap(
            span -> {
              if (!range.isClosed() && span.isEmpty()) {
                return Uni.createFrom().item(List.<EventPeriod>of());
              }
              int from = range.fromOr(span);
              int to = range.toOr(span);
              if (from >= to) {
                return Uni.createFrom().item(List.<EventPeriod>of());
              }
              var time = Timeline.of(from, to, zone.id(), granularity, MOST_PERIODS);
              return counts
                  .stretches(snapshot, kind, selection, time)
                  .map(stretches -> periods(granularity, zone, range, time, stretches));
            });
  }

  private static List<EventPeriod> periods(
      Granularity granularity, TimeZone zone, TimeRange range, Timeline time, long[] stretches) {
    var events = time.byPeriod(stretches);
    var shown = Shown.of(range, events);
    var periods = new ArrayList<EventPeriod>();
    for (int number = shown.first(); number <= shown.last(); number++) {
      var period = time.periods().get(number);
      periods.add(
          EventPeriod.of(period.startsAt(zone.id()), period.start(), granularity, events[number]));
    }
    return List.copyOf(periods);
  }

  static RequestException tooMany(Granularity granularity) {
    return RequestException.of(
        ErrorCode.BAD_ARGUMENT,
        "There would be more than "
            + MOST_PERIODS
            + " periods of a "
            + granularity
            + "; ask for a shorter range (from, to) or for longer periods");
  }
}
