package io.minigram.insights.calendar;

import io.minigram.edge.error.RequestException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Time cut into stretches, each of which lies in one period. A period is nearly always one stretch;
 * it is two where clocks were put back over its end.
 *
 * @param starts quarter-hours at which the stretches begin, ascending; last, the end of them all
 * @param periodOf the number of the period in which each stretch lies
 * @param periods in order
 */
record Timeline(List<Integer> starts, List<Integer> periodOf, List<Period> periods) {

  /**
   * Cuts time at the ends of periods.
   *
   * @param from first quarter-hour
   * @param to first quarter-hour after it
   * @param mostPeriods how many periods are too many, less one
   * @throws RequestException BAD_ARGUMENT if there are more periods
   */
  static Timeline of(int from, int to, ZoneId zone, Granularity granularity, int mostPeriods) {
    var starts = new ArrayList<Integer>();
    var periodOf = new ArrayList<Integer>();
    Map<Period, Integer> numbers = new LinkedHashMap<>();
    for (var stretch : OffsetStretch.of(from, to, zone)) {
      var offset = stretch.offset();
      for (int quarterHour = stretch.starts(); quarterHour < stretch.ends(); ) {
        var start = granularity.start(QuarterHours.local(quarterHour, offset));
        var period = new Period(start, granularity.isOfTheClock() ? offset : null);
        numbers.putIfAbsent(period, numbers.size());
        if (numbers.size() > mostPeriods) {
          throw EventSeries.tooMany(granularity);
        }
        var number = numbers.get(period);
        if (periodOf.isEmpty() || !periodOf.get(periodOf.size() - 1).equals(number)) {
          starts.add(quarterHour);
          periodOf.add(number);
        }
        quarterHour =
            Math.min(
                stretch.ends(), QuarterHours.from(granularity.next(start).toEpochSecond(offset)));
      }
    }
    starts.add(to);
    return new Timeline(List.copyOf(starts), List.copyOf(periodOf), List.copyOf(numbers.keySet()));
  }

  /** The sums over the stretches of each period. */
  long[] byPeriod(long[] byStretch) {
    var sums = new long[periods.size()];
    for (int stretch = 0; stretch < byStretch.length; stretch++) {
      sums[periodOf.get(stretch)] += byStretch[stretch];
    }
    return sums;
  }

  /** What {@code stretches.sql} takes: whole UTC days, and what is left of each stretch. */
  Pieces pieces() {
    var pieces = new Pieces.Builder();
    for (int stretch = 0; stretch < periodOf.size(); stretch++) {
      pieces.add(stretch, starts.get(stretch), starts.get(stretch + 1));
    }
    return pieces.build();
  }
}
