package io.minigram.insights.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Looks for a pattern within the week that is not only growth. */
final class WeeklyPattern {

  private static final int A_WEEK = 7;

  /** Days before and after a day that make a week with it. */
  private static final int AROUND = 3;

  private WeeklyPattern() {}

  /**
   * Whether some days of the week have more events than others. Where a network grows fast the last
   * days have most, and so would the days of the week that they happen to be. So each day is
   * divided by the mean of the week around it, and compared with the other days of its own week
   * only.
   *
   * @param days events of each day that has any, by days since 1970-01-01
   * @return null with fewer than ten whole weeks that have events
   */
  static StatisticalTest test(Map<Integer, Long> days) {
    if (days.isEmpty()) {
      return null;
    }
    int first = Collections.min(days.keySet());
    int last = Collections.max(days.keySet());
    var before = new long[last - first + 2];
    days.forEach((day, events) -> before[day - first + 1] = events);
    for (int day = 1; day < before.length; day++) {
      before[day] += before[day - 1];
    }
    var weeks = new ArrayList<double[]>();
    for (int monday = mondayFrom(first + AROUND);
        monday + A_WEEK - 1 <= last - AROUND;
        monday += A_WEEK) {
      if (sum(before, monday - first, A_WEEK) > 0) {
        weeks.add(week(before, monday - first));
      }
    }
    return StatisticalTest.friedman(List.copyOf(weeks));
  }

  /** The first Monday that is not before a day. */
  private static int mondayFrom(int day) {
    return day + Math.floorMod(1 - LocalDate.ofEpochDay(day).getDayOfWeek().getValue(), A_WEEK);
  }

  private static double[] week(long[] before, int monday) {
    var week = new double[A_WEEK];
    for (int day = 0; day < A_WEEK; day++) {
      long around = sum(before, monday + day - AROUND, A_WEEK);
      week[day] = around == 0 ? 1 : (double) A_WEEK * sum(before, monday + day, 1) / around;
    }
    return week;
  }

  /**
   * Events of some days.
   *
   * @param before events before each day, from the first day on
   */
  private static long sum(long[] before, int from, int days) {
    return before[from + days] - before[from];
  }
}
