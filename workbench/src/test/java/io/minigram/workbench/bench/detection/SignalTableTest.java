package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignalTableTest {

  /** Users 0 and 1 are bots, 2 to 4 are not; user 0 is flagged. */
  @Test
  void aSignalIsMeasuredByItself() {
    var truth = new Truth(5);
    truth.bots(BotKind.SLEEPERS, new int[] {0, 1});
    var contributions = new LinkedHashMap<Scores.Signal, double[]>();
    contributions.put(new Scores.Signal("COUNTS", true), new double[] {9, 0, 0, 0, 0});
    contributions.put(new Scores.Signal("SHADOW", false), new double[] {1, 2, 3, 0, 0});
    var scores =
        new Scores(
            new double[] {0.9, 0.1, 0.1, 0.1, 0.1},
            Map.of("COUNTS", new double[] {9, 0, 1, 1, 1}, "SHADOW", new double[] {4, 5, 6, 0, 0}),
            contributions,
            List.of());
    var trials = new TreeMap<Integer, List<DetectionTrial>>();
    trials.put(3, List.of(trial(truth, scores)));
    var results = new ArrayList<Map<String, Object>>();

    new SignalTable(trials).table(results);

    assertThat(results).hasSize(2);
    // bots come first and last: (1/1 + 2/5) / 2
    assertThat(results.get(0))
        .containsEntry("signal", "COUNTS")
        .containsEntry("counts", true)
        .containsEntry("bestAt", "sleepers")
        .containsEntry("against", 1L)
        .containsEntry("botsAmongThem", 1L)
        .containsEntry("againstNotFlagged", 0L);
    assertThat((double) results.get(0).get("averagePrecisionAt3")).isCloseTo(0.7, within(1e-9));
    // bots come second and third: (1/2 + 2/3) / 2
    assertThat(results.get(1))
        .containsEntry("signal", "SHADOW")
        .containsEntry("counts", false)
        .containsEntry("against", 3L)
        .containsEntry("botsAmongThem", 2L)
        .containsEntry("againstNotFlagged", 2L)
        .containsEntry("botsAmongNotFlagged", 1L);
    assertThat((double) results.get(1).get("averagePrecisionAt3"))
        .isCloseTo(0.583333, within(1e-6));
  }

  private static DetectionTrial trial(Truth truth, Scores scores) {
    var none = new double[5];
    return new DetectionTrial(truth, scores, none, none, none, Duration.ZERO, Duration.ZERO);
  }
}
