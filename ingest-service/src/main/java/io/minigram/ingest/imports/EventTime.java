package io.minigram.ingest.imports;

import java.time.DateTimeException;
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

  private EventTime() {}

  /**
   * The point in time, in UTC.
   *
   * @throws RowException BAD_TIME if the text is none of the forms, names a day or hour that does
   *     not exist, or lies outside the years 1 to 9999
   */
  static OffsetDateTime parse(String text) throws RowException {
    try {
      var time = isPlain(text) ? parsePlain(text) : parseAny(text);
      if (time.getYear() < 1 || time.getYear() > 9999) {
        throw bad();
      }
      return time;
    } catch (DateTimeException e) {
      throw bad();
    }
  }

  // Nearly every row of a large file looks like this; the formatter would take most of its time.
  private static boolean isPlain(String text) {
    return text.length() == PLAIN_LENGTH
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == ' ' || text.charAt(10) == 'T')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static OffsetDateTime parsePlain(String text) {
    return OffsetDateTime.of(
        digits(text, 0, 4),
        digits(text, 5, 7),
        digits(text, 8, 10),
        digits(text, 11, 13),
        digits(text, 14, 16),
        digits(text, 17, 19),
        0,
        ZoneOffset.UTC);
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new DateTimeException("not a digit");
      }
      value = value * 10 + (c - '0');
    }
    return value;
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

  private static RowException bad() {
    return new RowException(
        RejectCode.BAD_TIME,
        "created_at is not a time such as 2016-08-13 01:28:43 (UTC) or"
            + " 2016-08-13T01:28:43.5+02:00");
  }
}
