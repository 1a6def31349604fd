package io.minigram.insights.calendar;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.insights.definitions.TimeZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/**
 * A range of time, with its start and without its end.
 *
 * @param from first quarter-hour; null: from the first event on
 * @param to first quarter-hour after it; null: to the last event
 */
public record TimeRange(Integer from, Integer to) {

  /** From the first event to the last. */
  public static final TimeRange ALL = new TimeRange(null, null);

  static final String ABOUT_FROM =
      "Start of the range, a whole quarter-hour: a day or a time of the time zone, such as"
          + " 2024-01-31 or 2024-01-31T14:15, or a time with its offset, such as"
          + " 2024-01-31T14:15:00+01:00. If left out: the first event.";
  static final String ABOUT_TO =
      "End of the range, itself not in it, in the forms of `from`, such as 2025-01-01. If left out:"
          + " the last event.";

  /** So that no quarter-hour passes 2^31, far from it. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private static final DateTimeFormatter FORMS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss][.SSS][XXX]]")
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Takes the range from a request.
   *
   * @param zone in which a day or a time without an offset is meant
   * @throws RequestException BAD_ARGUMENT if an end cannot be understood, is no whole quarter-hour,
   *     or the range holds nothing
   */
  static TimeRange of(String from, String to, TimeZone zone) {
    var range = new TimeRange(end("from", from, zone.id()), end("to", to, zone.id()));
    if (range.from() != null && range.to() != null && range.from() >= range.to()) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "from must be before to, got " + from + " and " + to);
    }
    return range;
  }

  /** Whether neither end is given. */
  boolean isOpen() {
    return from == null && to == null;
  }

  /** Whether both ends are given. */
  boolean isClosed() {
    return from != null && to != null;
  }

  /** First quarter-hour; if it is not given, that of the first day of a span. */
  int fromOr(DaySpan span) {
    return from == null ? span.first() * QuarterHours.A_DAY : from;
  }

  /** First quarter-hour after it; if it is not given, that after the last day of a span. */
  int toOr(DaySpan span) {
    return to == null ? (span.last() + 1) * QuarterHours.A_DAY : to;
  }

  private static Integer end(String argument, String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    var moment = moment(argument, text, zone);
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, argument + " must be in the years 1 to 9999, got " + moment);
    }
    if (moment.getNano() != 0 || moment.getEpochSecond() % QuarterHours.SECONDS != 0) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          argument
              + " must be a whole quarter-hour UTC, such as "
              + example(moment)
              + ", got "
              + moment);
    }
    return QuarterHours.from(moment);
  }

  private static Instant example(Instant moment) {
    long quarterHour = Math.floorDiv(moment.getEpochSecond(), (long) QuarterHours.SECONDS);
    return Instant.ofEpochSecond(quarterHour * QuarterHours.SECONDS);
  }

  private static Instant moment(String argument, String text, ZoneId zone) {
    TemporalAccessor read;
    try {
      read = FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    } catch (DateTimeException e) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          argument
              + " must look like 2024-01-31, 2024-01-31T14:15 or 2024-01-31T14:15:00+01:00, got \""
              + text
              + "\"",
          e);
    }
    if (read instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (read instanceof LocalDateTime time) {
      return ZonedDateTime.of(time, zone).toInstant();
    }
    return LocalDate.from(read).atStartOfDay(zone).toInstant();
  }
}
