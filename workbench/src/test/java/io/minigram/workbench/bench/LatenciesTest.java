package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void areTakenByTheNearestRank() {
    // given
    var milliseconds = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

    // when
    var latencies = Latencies.ofNanos(milliseconds);

    // then
    assertThat(latencies).isEqualTo(new Latencies(100, 198, 200));
  }

  @Test
  void ofFewerThanAHundredTheNinetyNinthPercentileIsTheLongest() {
    assertThat(Latencies.ofNanos(new long[] {3_000_000, 1_500_000, 9_000_000}))
        .isEqualTo(new Latencies(3, 9, 9));
    assertThat(Latencies.ofNanos(new long[] {2_000_000})).isEqualTo(new Latencies(2, 2, 2));
  }

  @Test
  void ofNothingThereAreNone() {
    assertThatThrownBy(() -> Latencies.ofNanos(new long[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
