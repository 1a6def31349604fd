package io.minigram.ingest.rows;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Times as files write them: {@code 2016-08-13 01:28:43}, the hour with or without a leading zero,
 * a blank or a {@code T} before it, with fractions of a second, an offset, a zone's name, both, or
 * none of these. A time without a zone is UTC. Fractions are kept to the microsecond, which is what
 * PostgreSQL keeps.
 */
final class EventTime {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .appendPattern("[' ']['T']")
          .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral(':')
          .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
          .appendLiteral(':')
          .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendPattern("[' '][XXX][XX][X]")
          .optionalEnd()
          .optionalStart()
          .appendZoneRegionId()
          .optionalEnd()
          .optionalStart()
          .appendLiteral('[')
          .appendZoneRegionId()
          .appendLiteral(']')
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int PLAIN_LENGTH = "2016-08-13 01:28:43".length();
  private static final int SECONDS_A_DAY = 86_400;
  private static final long MICROS = 1_000_000;

  /** The years 1 to 9999. */
  private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY * MICROS;

  private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY * MICROS;

  private EventTime() {}

  /**
   * The point in time, in microseconds since 1970-01-01T00:00Z.
   *
   * @throws RowException BAD_TIME if the text is none of the forms, names a day or hour that does
   *     not exist, or lies outside the years 1 to 9999
   */
  static long parse(byte[] bytes, int from, int to) throws RowException {
    try {
      return isPlain(bytes, from, to)
          ? parsePlain(bytes, from)
          : micros(parseAny(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
    } catch (DateTimeException e) {
      throw bad();
    }
  }

  // Nearly every row of a large file looks like this; the formatter would take most of its time.
  private static boolean isPlain(byte[] bytes, int from, int to) {
    return to - from == PLAIN_LENGTH
        && bytes[from + 4] == '-'
        && bytes[from + 7] == '-'
        && (bytes[from + 10] == ' ' || bytes[from + 10] == 'T')
        && bytes[from + 13] == ':'
        && bytes[from + 16] == ':';
  }

  private static long parsePlain(byte[] bytes, int from) throws RowException {
    int year = digits(bytes, from, 4);
    int hour = digits(bytes, from + 11, 2);
    int minute = digits(bytes, from + 14, 2);
    int second = digits(bytes, from + 17, 2);
    if (year < 1 || hour > 23 || minute > 59 || second > 59) {
      throw bad();
    }
    long day =
        LocalDate.of(year, digits(bytes, from + 5, 2), digits(bytes, from + 8, 2)).toEpochDay();
    return (day * SECONDS_A_DAY + hour * 3600 + minute * 60 + second) * MICROS;
  }

  private static int digits(byte[] bytes, int from, int count) throws RowException {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        throw bad();
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static long micros(OffsetDateTime time) throws RowException {
    return checkYear(time.toEpochSecond() * MICROS + time.getNano() / 1_000);
  }

  private static OffsetDateTime parseAny(String text) {
    if (text.length() < PLAIN_LENGTH - 1
        || Character.isDigit(text.charAt(10))
        || !Character.isDigit(text.charAt(11))) {
      // the formatter's blank and T are both optional: exactly one of them must stand there
      throw new DateTimeException("no blank or T between date and time");
    }
    TemporalAccessor parsed = FORMAT.parse(text);
    ZoneId zone = parsed.query(TemporalQueries.zone());
    return LocalDateTime.from(parsed)
        .atZone(zone == null ? ZoneOffset.UTC : zone)
        .withZoneSameInstant(ZoneOffset.UTC)
        .toOffsetDateTime()
        .truncatedTo(ChronoUnit.MICROS);
  }

  /** The same, if PostgreSQL and everybody's calendar can show it. */
  static long checkYear(long micros) throws RowException {
    if (micros < FIRST || micros >= END) {
      throw bad();
    }
    return micros;
  }

  static RowException bad() {
    return new RowException(
        RejectCode.BAD_TIME,
        "created_at is not a time such as 2016-08-13 01:28:43 (UTC) or"
            + " 2016-08-13T01:28:43.5+02:00");
  }
}
