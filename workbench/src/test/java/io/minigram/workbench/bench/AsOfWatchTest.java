package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsOfWatchTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aStandstillIsTheTimeBetweenTwoAdvances() {
    var samples =
        List.of(sample(0, 0), sample(100, 0), sample(700, 600), sample(800, 600), sample(900, 800));

    assertThat(AsOfWatch.longestStandstill(samples)).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void whatStandsStillAtTheEndCounts() {
    var samples = List.of(sample(0, 0), sample(100, 50), sample(1_000, 50));

    assertThat(AsOfWatch.longestStandstill(samples)).isEqualTo(Duration.ofMillis(900));
  }

  @Test
  void anAnswerIsBehindByTheTimeSinceWhatItKnows() {
    assertThat(AsOfWatch.lag(List.of(sample(100, 0), sample(300, 290), sample(400, 350))))
        .isEqualTo(new Latencies(50, 100, 100));
  }

  private static AsOfWatch.Sample sample(long at, long asOf) {
    return new AsOfWatch.Sample(START.plusMillis(at), START.plusMillis(asOf));
  }
}
