package io.minigram.insights.calendar;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.TimeZone;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Events of all years laid over each other. */
@Singleton
class EventFold {

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
  Uni<FoldedEvents> fold(EventKind kind, Fold by, TimeZone zone, TimeRange range, Whose whose) {
    var snapshot = snapshots.current();
    boolean isCalendars = zone.isUtc() && range.isOpen();
    return selections
        .find(snapshot, kind, whose)
        .flatMap(
            selection ->
                isCalendars && selection.isRolled()
                    ? bySlot(snapshot, kind, by, selection)
                    : byDay(snapshot, kind, by, zone, range, selection))
        .map(Tally::folded);
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

  private Uni<Tally> byDay(
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
              var days = Timeline.of(from, to, zone.id(), Granularity.DAY, Integer.MAX_VALUE);
              var stretches = counts.stretches(snapshot, kind, selection, days);
              return by == Fold.HOUR
                  ? byHour(snapshot, kind, zone, range, selection, days, stretches)
                  : stretches.map(events -> byDate(by, zone, range, days, events));
            });
  }

  private static Tally byDate(
      Fold by, TimeZone zone, TimeRange range, Timeline days, long[] stretches) {
    var tally = new Tally(by);
    for (int stretch = 0; stretch < stretches.length; stretch++) {
      var day = days.periods().get(days.periodOf().get(stretch));
      tally.addEvents(by.bucket(day.start()), stretches[stretch]);
    }
    addTime(tally, zone, range, days, stretches);
    return tally;
  }

  private Uni<Tally> byHour(
      Snapshot snapshot,
      EventKind kind,
      TimeZone zone,
      TimeRange range,
      Selection selection,
      Timeline days,
      Uni<long[]> stretches) {
    var offsets =
        OffsetStretch.of(days.starts().get(0), days.starts().get(days.starts().size() - 1), zone.id());
    var starts = new ArrayList<Integer>();
    offsets.forEach(offset -> starts.add(offset.starts()));
    starts.add(offsets.get(offsets.size() - 1).ends());
    var quarters = counts.quartersOfDay(snapshot, kind, selection, List.copyOf(starts));
    return Uni.combine()
        .all()
        .unis(stretches, quarters)
        .with(
            (byDay, byQuarter) -> {
              var tally = new Tally(Fold.HOUR);
              for (int stretch = 0; stretch < byQuarter.length; stretch++) {
                for (int quarter = 0; quarter < QuarterHours.A_DAY; quarter++) {
                  tally.addEvents(
                      Fold.HOUR.bucket(
                          QuarterHours.local(quarter, offsets.get(stretch).offset())),
                      byQuarter[stretch][quarter]);
                }
              }
              addTime(tally, zone, range, days, byDay);
              return tally;
            });
  }

  private static void addTime(
      Tally tally, TimeZone zone, TimeRange range, Timeline days, long[] stretches) {
    var shown = Shown.of(range, days.byPeriod(stretches));
    if (shown.isNothing()) {
      return;
    }
    int from = days.starts().get(days.periodOf().indexOf(shown.first()));
    int to = days.starts().get(days.periodOf().lastIndexOf(shown.last()) + 1);
    OffsetStretch.of(from, to, zone.id()).forEach(tally::addTime);
  }
}
