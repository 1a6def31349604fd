package io.minigram.insights.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {

  /**
   * Where the binomial tail (part or more of all) has the probability 1 - confidence, found by
   * halving intervals over the sum of its terms; 20 of 20 is the 20th root of 0.05.
   */
  @ParameterizedTest
  @CsvSource({
    "0.95, 7, 10, 0.39337578",
    "0.99, 7, 10, 0.29711647",
    "0.95, 1, 2, 0.02532057",
    "0.95, 20, 20, 0.86089166",
    "0.95, 350, 500, 0.66446590",
    "0.95, 0, 5, 0",
  })
  void boundsAShareFromBelow(double confidence, long part, long all, double expected) {
    assertThat(new Confidence(confidence).lowerBound(part, all))
        .isCloseTo(expected, within(0.5e-8));
  }

  /** Of 10 likes 7 or more come from bots by chance, at one half, 176 times in 1024, 9 in 11. */
  @ParameterizedTest
  @CsvSource({
    "0.82, 0.5, 7, 10, true",
    "0.83, 0.5, 7, 10, false",
    "0.95, 0.5, 9, 10, true",
    "0.99, 0.5, 9, 10, false",
    "0.95, 0, 0, 5, true",
    "0.95, 0.1, 0, 5, false",
    "0.95, 1, 5, 5, false",
  })
  void judgesWhetherAShareIsReached(
      double confidence, double share, long part, long all, boolean expected) {
    assertThat(new Confidence(confidence).isAtLeast(share, part, all)).isEqualTo(expected);
  }
}
