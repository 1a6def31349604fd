package io.minigram.insights.calendar;

import java.time.LocalDateTime;

/** The months of {@code insights.calendar}. */
final class CalendarMonth {

  private static final int MONTHS = 12;

  private CalendarMonth() {}

  /**
   * When a month begins, UTC.
   *
   * @param slot 12 × year + month - 1, where PostgreSQL has no year 0: before 1 is -1
   */
  static LocalDateTime start(int slot) {
    int month = slot < 0 ? slot + MONTHS : slot;
    return LocalDateTime.of(
        Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, 1, 0, 0);
  }
}
