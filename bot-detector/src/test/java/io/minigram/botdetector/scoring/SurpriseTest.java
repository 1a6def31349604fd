package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurpriseTest {

  /** 10 ln(10) - 9 and so on. */
  @ParameterizedTest
  @CsvSource({"10,1,14.0259", "2,1,0.3863", "1,1,0", "1,2,0", "0,0.5,0", "1.5,0.1,2.6621"})
  void surpriseByHand(double count, double expected, double surprise) {
    assertThat(Surprise.of(count, expected)).isCloseTo(surprise, within(1e-4));
  }

  @Test
  void theTailOfAPoissonDistributionIsSmallerThanTheBound() {
    for (double expected : new double[] {0.01, 0.5, 3}) {
      double probability = Math.exp(-expected);
      double tail = 1;
      for (int count = 0; count < 20; count++) {
        assertThat(tail)
            .as("at least %d where %s are expected", count, expected)
            .isLessThanOrEqualTo(Math.exp(-Surprise.of(count, expected)) + 1e-12);
        tail -= probability;
        probability *= expected / (count + 1);
      }
    }
  }
}
