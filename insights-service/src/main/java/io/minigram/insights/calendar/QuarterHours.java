package io.minigram.insights.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Quarter-hours since 1970-01-01 00:00 UTC, in which the roll-ups count time. */
final class QuarterHours {

  static final int A_DAY = 96;
  static final int SECONDS = 900;

  private QuarterHours() {}

  /** The first one that does not begin before a moment. */
  static int from(Instant moment) {
    return from(moment.getEpochSecond() + (moment.getNano() > 0 ? 1 : 0));
  }

  /** The first one that does not begin before a moment, in seconds since 1970. */
  static int from(long second) {
    return Math.toIntExact(-Math.floorDiv(-second, (long) SECONDS));
  }

  /** When it begins. */
  static Instant instant(int quarterHour) {
    return Instant.ofEpochSecond((long) quarterHour * SECONDS);
  }

  /** What the clock shows when it begins. */
  static LocalDateTime local(int quarterHour, ZoneOffset offset) {
    return LocalDateTime.ofEpochSecond((long) quarterHour * SECONDS, 0, offset);
  }
}
