package io.minigram.workbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

  private static final LocalDateTime START = LocalDateTime.of(2014, 1, 1, 18, 30, 15);
  private static final LocalDateTime END = LocalDateTime.of(2024, 12, 31, 23, 59, 59);

  @ParameterizedTest
  @CsvSource({
    "0,         2014-01-01 18:30:15",
    "19784,     2014-01-01 23:59:59",
    "19785,     2014-01-02 00:00:00",
    // 2016 is a leap year: 789 days after the start's midnight
    "68102985,  2016-02-29 00:00:00",
    "347088584, 2024-12-31 23:59:59",
  })
  void writesMoments(int second, String written) {
    // given
    var timeline = new Timeline(START, END);

    // when
    var target = new byte[Timeline.WIDTH];
    timeline.write(second, target, 0);

    // then
    assertThat(new String(target, StandardCharsets.US_ASCII)).isEqualTo(written);
    assertThat(timeline.secondOf(LocalDateTime.parse(written.replace(' ', 'T')))).isEqualTo(second);
  }
}
