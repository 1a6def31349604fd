package io.minigram.insights.calendar;

import java.util.ArrayList;

/** Events and time in each bucket of a fold, while they are added up. */
final class Tally {

  /** Quarter-hours in an hour. */
  private static final int AN_HOUR = 4;

  private static final int A_WEEK = 7 * QuarterHours.A_DAY;

  private final Fold by;
  private final long[] events;
  private final long[] quarterHours;

  Tally(Fold by) {
    this.by = by;
    this.events = new long[by.last() + 1];
    this.quarterHours = new long[by.last() + 1];
  }

  void addEvents(int bucket, long more) {
    events[bucket] += more;
  }

  /** Adds the time of the range. */
  void addTime(OffsetStretch stretch) {
    if (by == Fold.HOUR) {
      addHours(stretch);
    } else {
      addDays(stretch);
    }
  }

  private void addHours(OffsetStretch stretch) {
    long length = (long) stretch.ends() - stretch.starts();
    for (int hour = by.first(); hour <= by.last(); hour++) {
      quarterHours[hour] += length / QuarterHours.A_DAY * AN_HOUR;
    }
    int rest = Math.toIntExact(stretch.ends() - length % QuarterHours.A_DAY);
    for (int quarterHour = rest; quarterHour < stretch.ends(); quarterHour++) {
      quarterHours[by.bucket(QuarterHours.local(quarterHour, stretch.offset()))]++;
    }
  }

  private void addDays(OffsetStretch stretch) {
    if (by == Fold.DAY_OF_WEEK) {
      int length = stretch.ends() - stretch.starts();
      for (int day = by.first(); day <= by.last(); day++) {
        quarterHours[day] += length / A_WEEK * QuarterHours.A_DAY;
      }
      addPeriods(
          new OffsetStretch(stretch.ends() - length % A_WEEK, stretch.ends(), stretch.offset()));
    } else {
      addPeriods(stretch);
    }
  }

  private void addPeriods(OffsetStretch stretch) {
    var period = by.longest();
    for (int quarterHour = stretch.starts(); quarterHour < stretch.ends(); ) {
      var start = period.start(QuarterHours.local(quarterHour, stretch.offset()));
      int next =
          Math.min(
              stretch.ends(),
              QuarterHours.from(period.next(start).toEpochSecond(stretch.offset())));
      quarterHours[by.bucket(start)] += next - quarterHour;
      quarterHour = next;
    }
  }

  /** The buckets; evenly means that each expects events by its time in the range. */
  FoldedEvents folded() {
    long allEvents = 0;
    long allTime = 0;
    for (int bucket = by.first(); bucket <= by.last(); bucket++) {
      allEvents += events[bucket];
      allTime += quarterHours[bucket];
    }
    var buckets = new ArrayList<FoldedBucket>();
    for (int bucket = by.first(); bucket <= by.last(); bucket++) {
      buckets.add(
          new FoldedBucket(
              bucket,
              by.label(bucket),
              events[bucket],
              allTime == 0 ? 0 : (double) allEvents * quarterHours[bucket] / allTime));
    }
    return FoldedEvents.of(buckets);
  }
}
