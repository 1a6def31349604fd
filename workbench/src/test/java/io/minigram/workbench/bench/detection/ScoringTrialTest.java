package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTrialTest {

  @Test
  void whatTheProcessTellsIsRead() throws IOException {
    var told =
        """
        3 rows name a user or photo that is not there, and were left out.
        accounts=10
        likes=200
        readSeconds=1.500
        computeSeconds=2.250
        computeProcessorSeconds=4.000
        peakHeapBytes=1000
        peakResidentBytes=2000
        """;

    assertThat(ScoringTrial.of(told)).isEqualTo(new ScoringTrial(200, 1.5, 2.25, 4, 2_000));
  }

  @Test
  void peelingTakesTime(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("likes.csv"),
        """
        user_id,photo_id,created_at
        1,3,2020-01-01 00:00:00
        2,3,2020-01-01 00:00:00
        """);

    var trial = PeelingTrial.run(folder, 2, 3);

    assertThat(trial.computing()).isPositive();
    assertThat(trial.processor()).isPositive();
  }
}
