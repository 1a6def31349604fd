package io.minigram.insights.calendar;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.TimeZone;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events of all years laid over each other. */
@Singleton
public class EventFold {

  static final int MOST_DAYS = 36_525;

  /** So that the local days of the first and of the last event lie in the time line as a whole. */
  private static final int MARGIN = 2 * QuarterHours.A_DAY;

  private final Snapshots snapshots;
  private final Selections selections;
  private final EventCounts counts;
  private final CalendarQueries queries;

  EventFold(
      Snapshots snapshots, Selections selections, EventCounts counts, CalendarQueries queries) {
    this.snapshots = snapshots;
    this.selections = selections;
    this.counts = counts;
    this.queries = queries;
  }

  /**
   * Every bucket, with the events in the range, and as many as there would be if they were spread
   * evenly over it. At an end that is not given the range begins with the day of the first event,
   * or ends with the day of the last.
   */
  public Uni<FoldedEvents> fold(
      EventKind kind, Fold by, TimeZone zone, TimeRange range, Whose whose) {
    var snapshot = snapshots.current();
    boolean isCalendars = zone.isUtc() && range.isOpen();
    return selections
        .find(snapshot, kind, whose)
        .flatMap(
            selection ->
                isCalendars && selection.isRolled()
                    ? bySlot(snapshot, kind, by, selection)
                    : byTime(snapshot, kind, by, zone, range, selection))
        .map(Tally::folded);
  }

  /**
   * Every year from the first event to the last, UTC, with everyone's events, and as many as there
   * would be if they were spread evenly over the days from the first to the last.
   */
  public Uni<FoldedEvents> byYear(EventKind kind) {
    var snapshot = snapshots.current();
    var months = queries.slots(snapshot, kind, Actors.Rolled.EVERYONE, CalendarUnit.MONTH);
    var span = queries.span(snapshot, kind, Actors.Rolled.EVERYONE, null);
    return Uni.combine()
        .all()
        .unis(months, span)
        .with((events, days) -> FoldedEvents.of(days.isEmpty() ? List.of() : years(events, days)));
  }

  private static List<FoldedBucket> years(Map<Integer, Long> months, DaySpan days) {
    var first = LocalDate.ofEpochDay(days.first());
    var end = LocalDate.ofEpochDay(days.last()).plusDays(1);
    double allDays = ChronoUnit.DAYS.between(first, end);
    var events = new TreeMap<Integer, Long>();
    months.forEach(
        (slot, count) -> events.merge(CalendarMonth.start(slot).getYear(), count, Long::sum));
    long all = events.values().stream().mapToLong(Long::longValue).sum();
    var years = new ArrayList<FoldedBucket>();
    for (int year = first.getYear(); year <= end.minusDays(1).getYear(); year++) {
      var from = LocalDate.of(year, 1, 1);
      var to = from.plusYears(1);
      long covered =
          ChronoUnit.DAYS.between(from.isBefore(first) ? first : from, to.isAfter(end) ? end : to);
      years.add(
          new FoldedBucket(
              year,
              Integer.toString(year),
              events.getOrDefault(year, 0L),
              all * covered / allDays));
    }
    return List.copyOf(years);
  }

  private Uni<Tally> bySlot(Snapshot snapshot, EventKind kind, Fold by, Selection selection) {
    var slots = counts.slots(snapshot, kind, selection, by.unit());
    var span = counts.span(snapshot, kind, selection);
    return Uni.combine()
        .all()
        .unis(slots, span)
        .with(
            (events, days) -> {
              var tally = new Tally(by);
              events.forEach((slot, count) -> tally.addEvents(by.bucketOfSlot(slot), count));
              if (!days.isEmpty()) {
                tally.addTime(
                    new OffsetStretch(
                        days.first() * QuarterHours.A_DAY,
                        (days.last() + 1) * QuarterHours.A_DAY,
                        ZoneOffset.UTC));
              }
              return tally;
            });
  }

  private Uni<Tally> byTime(
      Snapshot snapshot,
      EventKind kind,
      Fold by,
      TimeZone zone,
      TimeRange range,
      Selection selection) {
    return queries
        .span(snapshot, kind, Actors.Rolled.EVERYONE, null)
        .flatMap(
            span -> {
              if (!range.isClosed() && span.isEmpty()) {
                return Uni.createFrom().item(new Tally(by));
              }
              int from = range.from() == null ? range.fromOr(span) - MARGIN : range.from();
              int to = range.to() == null ? range.toOr(span) + MARGIN : range.to();
              if (from >= to) {
                return Uni.createFrom().item(new Tally(by));
              }
              if ((to - from) / QuarterHours.A_DAY > MOST_DAYS) {
                throw RequestException.of(
                    ErrorCode.BAD_ARGUMENT,
                    "The range would be longer than 100 years; ask for a shorter one (from, to)");
              }
              // by the days it is seen where the events begin and end
              var cut = range.isClosed() ? by.longest() : Granularity.DAY;
              var time = Timeline.of(from, to, zone.id(), cut, Integer.MAX_VALUE);
              var stretches = counts.stretches(snapshot, kind, selection, time);
              return by == Fold.HOUR
                  ? byHour(snapshot, kind, zone, range, selection, time, stretches)
                  : stretches.map(events -> byDate(by, zone, range, time, events));
            });
  }

  private static Tally byDate(
      Fold by, TimeZone zone, TimeRange range, Timeline time, long[] stretches) {
    var tally = new Tally(by);
    for (int stretch = 0; stretch < stretches.length; stretch++) {
      var period = time.periods().get(time.periodOf().get(stretch));
      tally.addEvents(by.bucket(period.start()), stretches[stretch]);
    }
    addTime(tally, zone, range, time, stretches);
    return tally;
  }

  private Uni<Tally> byHour(
      Snapshot snapshot,
      EventKind kind,
      TimeZone zone,
      TimeRange range,
      Selection selection,
      Timeline time,
      Uni<long[]> stretches) {
    var offsets =
        OffsetStretch.of(
            time.starts().get(0), time.starts().get(time.starts().size() - 1), zone.id());
    var starts = new ArrayList<Integer>();
    offsets.forEach(offset -> starts.add(offset.starts()));
    starts.add(offsets.get(offsets.size() - 1).ends());
    var quarters = counts.quartersOfDay(snapshot, kind, selection, List.copyOf(starts));
    return Uni.combine()
        .all()
        .unis(stretches, quarters)
        .with(
            (byStretch, byQuarter) -> {
              var tally = new Tally(Fold.HOUR);
              for (int stretch = 0; stretch < byQuarter.length; stretch++) {
                for (int quarter = 0; quarter < QuarterHours.A_DAY; quarter++) {
                  tally.addEvents(
                      Fold.HOUR.bucket(QuarterHours.local(quarter, offsets.get(stretch).offset())),
                      byQuarter[stretch][quarter]);
                }
              }
              addTime(tally, zone, range, time, byStretch);
              return tally;
            });
  }

  private static void addTime(
      Tally tally, TimeZone zone, TimeRange range, Timeline time, long[] stretches) {
    var shown = Shown.of(range, time.byPeriod(stretches));
    if (shown.isNothing()) {
      return;
    }
    int from = time.starts().get(time.periodOf().indexOf(shown.first()));
    int to = time.starts().get(time.periodOf().lastIndexOf(shown.last()) + 1);
    OffsetStretch.of(from, to, zone.id()).forEach(tally::addTime);
  }
}
