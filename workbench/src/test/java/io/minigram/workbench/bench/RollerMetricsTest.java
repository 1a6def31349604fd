package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollerMetricsTest {

  @Test
  void areReadFromThePrometheusText() {
    var metrics =
        """
        # HELP minigram_roll_seconds
        # TYPE minigram_roll_seconds summary
        minigram_roll_seconds_count 12.0
        minigram_roll_seconds_sum 3.5
        minigram_roll_seconds_max 0.9
        minigram_rolled_rows_total{instance="a"} 100000.0
        minigram_rolled_rows_total_of_another 7.0
        """;

    assertThat(RollerMetrics.in(metrics)).isEqualTo(new RollerMetrics(100_000, 3.5));
  }

  @Test
  void aRowTakesWhatCameInBetween() {
    var earlier = new RollerMetrics(100_000, 3.5);

    assertThat(new RollerMetrics(150_000, 4).microsecondsARowSince(earlier)).isEqualTo(10);
    assertThat(earlier.microsecondsARowSince(earlier)).isZero();
  }
}
