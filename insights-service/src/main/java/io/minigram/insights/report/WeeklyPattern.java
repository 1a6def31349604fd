package io.minigram.insights.report;

import java.time.LocalDate;
import java.util.ArrayList;
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
    int first = days.keySet().stream().mapToInt(Integer::intValue).min().orElseThrow() + AROUND;
    int last = days.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow() - AROUND;
    var weeks = new ArrayList<double[]>();
    for (int monday = mondayFrom(first); monday + A_WEEK - 1 <= last; monday += A_WEEK) {
      if (sum(days, monday) > 0) {
        weeks.add(week(days, monday));
      }
    }
    return StatisticalTest.friedman(List.copyOf(weeks));
  }

  /** The first Monday that is not before a day. */
  private static int mondayFrom(int day) {
    return day + Math.floorMod(1 - LocalDate.ofEpochDay(day).getDayOfWeek().getValue(), A_WEEK);
  }

  private static double[] week(Map<Integer, Long> days, int monday) {
    var week = new double[A_WEEK];
    for (int day = 0; day < A_WEEK; day++) {
      long around = sum(days, monday + day - AROUND);
      week[day] = around == 0 ? 1 : (double) A_WEEK * days.getOrDefault(monday + day, 0L) / around;
    }
    return week;
  }

  /** Events of a day and the six after it. */
  private static long sum(Map<Integer, Long> days, int from) {
    long sum = 0;
    for (int day = from; day < from + A_WEEK; day++) {
      sum += days.getOrDefault(day, 0L);
    }
    return sum;
  }
}
