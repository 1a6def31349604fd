package io.minigram.workbench.network;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The time of a network in whole seconds since its start, so that a moment is an {@code int}, and
 * how a moment is written.
 */
final class Timeline {

  /** Bytes of a written moment, such as {@code 2016-08-13 01:28:43}. */
  static final int WIDTH = 19;

  private static final int DATE_WIDTH = 10;
  private static final int SECONDS_A_DAY = 86_400;

  private final LocalDateTime start;
  private final int last;
  private final int startOfDay;
  private final byte[] dates;

  /**
   * @param end the last possible second; at most 68 years after the start
   */
  Timeline(LocalDateTime start, LocalDateTime end) {
    this.start = start;
    this.last = secondOf(end);
    this.startOfDay = start.toLocalTime().toSecondOfDay();
    int days = (int) ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate()) + 1;
    this.dates = new byte[days * DATE_WIDTH];
    for (int day = 0; day < days; day++) {
      var date = start.toLocalDate().plusDays(day).toString().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(date, 0, dates, day * DATE_WIDTH, DATE_WIDTH);
    }
  }

  int secondOf(LocalDateTime moment) {
    return Math.toIntExact(ChronoUnit.SECONDS.between(start, moment));
  }

  /** A moment from the earliest one given to the end, both included. */
  int from(int earliest, UniformRandomProvider random) {
    return earliest + random.nextInt(last - earliest + 1);
  }

  /** A moment from the start to the latest one given, both included. */
  int until(int latest, UniformRandomProvider random) {
    return random.nextInt(latest + 1);
  }

  void write(int second, byte[] target, int at) {
    long sinceMidnight = (long) startOfDay + second;
    int day = (int) (sinceMidnight / SECONDS_A_DAY);
    int ofDay = (int) (sinceMidnight % SECONDS_A_DAY);
    System.arraycopy(dates, day * DATE_WIDTH, target, at, DATE_WIDTH);
    target[at + 10] = ' ';
    twoDigits(ofDay / 3600, target, at + 11);
    target[at + 13] = ':';
    twoDigits(ofDay / 60 % 60, target, at + 14);
    target[at + 16] = ':';
    twoDigits(ofDay % 60, target, at + 17);
  }

  private static void twoDigits(int number, byte[] target, int at) {
    target[at] = (byte) ('0' + number / 10);
    target[at + 1] = (byte) ('0' + number % 10);
  }
}
