package io.minigram.insights.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalHoursTest {

  @ParameterizedTest
  @CsvSource({
    "UTC, 2024-03-31T01:59:59Z, 1",
    // an hour ahead until 01:00 UTC, two from then on
    "Europe/Berlin, 2024-03-31T00:59:59Z, 1",
    "Europe/Berlin, 2024-03-31T01:00:00Z, 3",
    "Europe/Berlin, 2024-10-27T00:59:59Z, 2",
    "Europe/Berlin, 2024-10-27T01:00:00Z, 2",
    "Asia/Kolkata, 2024-01-01T18:29:59Z, 23",
    "Asia/Kolkata, 2024-01-01T18:30:00Z, 0",
    "Asia/Kathmandu, 2024-01-01T18:14:59Z, 23",
    "Asia/Kathmandu, 2024-01-01T18:15:00Z, 0",
    // half an hour of daylight saving: from 10:30 to 11 hours ahead at 15:30 UTC
    "Australia/Lord_Howe, 2024-10-05T15:29:59Z, 1",
    "Australia/Lord_Howe, 2024-10-05T15:30:00Z, 2",
    "America/New_York, 1965-01-01T04:59:59Z, 23",
    "Europe/Berlin, 2090-07-01T12:00:00Z, 14",
  })
  void tellsTheHour(String zone, OffsetDateTime time, int hour) {
    assertThat(LocalHours.in(zone).hour(time)).isEqualTo(hour);
  }

  @ParameterizedTest
  @CsvSource({"UTC, true", "Etc/GMT, true", "Europe/London, false", "Etc/GMT+1, false"})
  void knowsUtc(String zone, boolean isUtc) {
    assertThat(LocalHours.in(zone).isUtc()).isEqualTo(isUtc);
  }
}
