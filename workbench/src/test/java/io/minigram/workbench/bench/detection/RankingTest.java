package io.minigram.workbench.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {

  /** In order: bot, person, bot, person, person, bot. */
  private final Ranking mixed =
      new Ranking(new double[] {0.2, 0.9, 0.6}, new double[] {0.5, 0.7, 0.3});

  private final Ranking perfect =
      new Ranking(new double[] {0.9, 0.8}, new double[] {0.7, 0.1, 0.2, 0.3});

  private final Ranking undecided = new Ranking(new double[] {0.5, 0.5}, new double[] {0.5, 0.5});

  @Test
  void averagePrecisionIsTheMeanPrecisionAtEachBot() {
    assertThat(mixed.averagePrecision())
        .isCloseTo((1.0 / 1 + 2.0 / 3 + 3.0 / 6) / 3, within(1e-12));
    assertThat(perfect.averagePrecision()).isEqualTo(1);
  }

  @Test
  void whoeverScoresTheSameComesFirstIfNoBot() {
    assertThat(undecided.averagePrecision()).isCloseTo((1.0 / 3 + 2.0 / 4) / 2, within(1e-12));
    assertThat(undecided.precision(2)).isZero();
    assertThat(undecided.recall(0.5)).isZero();
  }

  @Test
  void recallAllowsAShareOfPeople() {
    assertThat(mixed.recall(0)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(mixed.recall(0.34)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(mixed.recall(1)).isEqualTo(1);
    assertThat(perfect.recall(0)).isEqualTo(1);
  }

  @Test
  void botsFromAThresholdOnAreCounted() {
    assertThat(mixed.shareOfBotsFrom(0.6)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(mixed.shareOfBotsFrom(0.61)).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void precisionLooksAtTheFirst() {
    assertThat(mixed.precision(1)).isEqualTo(1);
    assertThat(mixed.precision(2)).isEqualTo(0.5);
    assertThat(mixed.precision(100)).isEqualTo(0.5);
  }

  /** Bins: 0.9 (1 of 1), 0.7 (0 of 1), 0.6 (1 of 1), 0.5 (0 of 1), 0.3 (0 of 1), 0.2 (1 of 1). */
  @Test
  void calibrationComparesScoresWithSharesOfBots() {
    assertThat(mixed.calibrationError())
        .isCloseTo((0.1 + 0.7 + 0.4 + 0.5 + 0.3 + 0.8) / 6, within(1e-12));
    assertThat(undecided.calibrationError()).isZero();
  }

  /** Of the nine pairs the first bot wins three, the second two, the third none. */
  @Test
  void theAreaUnderTheCurveIsTheShareOfPairsInOrder() {
    assertThat(mixed.areaUnderCurve()).isCloseTo(5.0 / 9, within(1e-12));
    assertThat(perfect.areaUnderCurve()).isEqualTo(1);
    assertThat(undecided.areaUnderCurve()).isEqualTo(0.5);
  }
}
