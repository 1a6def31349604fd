package io.minigram.ingest.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2016-08-13 01:28:43                           | 2016-08-13T01:28:43Z
          2016-08-13 1:28:43                            | 2016-08-13T01:28:43Z
          2016-08-13T01:28:43                           | 2016-08-13T01:28:43Z
          2016-08-13t1:28:43                            | 2016-08-13T01:28:43Z
          2016-08-13T01:28:43Z                          | 2016-08-13T01:28:43Z
          2016-08-13 01:28:43 UTC                       | 2016-08-13T01:28:43Z
          2016-08-13 01:28:43+02:00                     | 2016-08-12T23:28:43Z
          2016-08-13 01:28:43 +0200                     | 2016-08-12T23:28:43Z
          2016-08-13 01:28:43+02                        | 2016-08-12T23:28:43Z
          2016-08-13T01:28:43-03:30                     | 2016-08-13T04:58:43Z
          2016-08-13 01:28:43 Europe/Berlin             | 2016-08-12T23:28:43Z
          2016-01-13 01:28:43 Europe/Berlin             | 2016-01-13T00:28:43Z
          2016-08-13 01:28:43 Asia/Kathmandu            | 2016-08-12T19:43:43Z
          2016-08-13T01:28:43+02:00[Europe/Berlin]      | 2016-08-12T23:28:43Z
          2016-08-13 01:28:43.5                         | 2016-08-13T01:28:43.500Z
          2016-08-13 1:28:43.123456Z                    | 2016-08-13T01:28:43.123456Z
          2016-08-13T01:28:43.123456789+02:00           | 2016-08-12T23:28:43.123456Z
          2016-02-29 23:59:59                           | 2016-02-29T23:59:59Z
          9999-12-31 23:59:59                           | 9999-12-31T23:59:59Z
          """)
  void understandsTheFormsThatFilesUse(String text, String expected) throws RowException {
    assertEquals(expected, instant(parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-08-13",
        "2016-08-13 01:28",
        "2016-08-1301:28:43",
        "2016-08-13 T01:28:43",
        "2016-08-13  01:28:43",
        "2016-02-30 01:28:43",
        "2015-02-29 01:28:43",
        "2016-13-01 01:28:43",
        "2016-08-13 24:00:00",
        "2016-08-13 01:60:43",
        "2016-08-13 01:28:60",
        "0000-08-13 01:28:43",
        "10000-08-13 01:28:43",
        "16-08-13 01:28:43",
        "13/08/2016 01:28:43",
        "2016-08-13 01:28:43 Europe/Atlantis",
        "2016-08-13 01:28:43+25:00",
        "2016-08-13 0a:28:43",
        "1471051723",
        "yesterday",
        "9999-12-31 23:59:59-01:00"
      })
  void refusesWhatIsNoTime(String text) {
    var refused = assertThrows(RowException.class, () -> parse(text));

    assertEquals(RejectCode.BAD_TIME, refused.code());
  }

  @Test
  void keepsTheEarliestTime() throws RowException {
    assertEquals("0001-01-01T00:00:00Z", instant(parse("0001-01-01 00:00:00")));
  }

  /** The short way, which most rows take, is compared with java.time on every day of 400 years. */
  @Test
  void everyDayOfTheCalendarIsTheSameAsInJavaTime() throws RowException {
    for (var day = LocalDate.of(1900, 1, 1); day.getYear() < 2300; day = day.plusDays(1)) {
      long expected = day.atTime(23, 59, 58).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
      assertEquals(expected, parse(day + " 23:59:58"));
    }
  }

  private static long parse(String text) throws RowException {
    // a field lies somewhere among the bytes of its row
    var bytes = ("1," + text + ",x").getBytes(StandardCharsets.UTF_8);
    return EventTime.parse(bytes, 2, bytes.length - 2);
  }

  private static String instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
