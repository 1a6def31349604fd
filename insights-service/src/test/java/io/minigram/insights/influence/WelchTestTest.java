package io.minigram.insights.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WelchTestTest {

  @Test
  void givesTheRightFiguresForThePublishedGroups() {
    var influencers = new PairMean(59_004, 5.36601, 17.7833);
    var others = new PairMean(558_707, 1.27600, 0.170505);

    var test = WelchTest.of(influencers, others);

    assertThat(test.t()).isCloseTo(235.47, within(0.005));
    assertThat(test.degreesOfFreedom()).isCloseTo(59_122.5, within(0.05));
    assertThat(test.pValue()).isZero();
  }

  @Test
  void comparesWhatVariesWithWhatDoesNot() {
    var test = WelchTest.of(new PairMean(2, 3.0, 1.0), new PairMean(2, 1.0, 0.0));

    // sample variance 2 over 2 pairs: t = 2 / 1 with 1 degree of freedom, p = 1 - 2 atan(2) / pi
    assertThat(test.t()).isCloseTo(2, within(1e-12));
    assertThat(test.degreesOfFreedom()).isCloseTo(1, within(1e-12));
    assertThat(test.pValue()).isCloseTo(0.2951672353, within(1e-9));
  }

  @Test
  void hasNothingToSayWhereNothingVaries() {
    assertThat(WelchTest.of(new PairMean(5, 2.0, 0.0), new PairMean(5, 1.0, 0.0))).isNull();
  }
}
