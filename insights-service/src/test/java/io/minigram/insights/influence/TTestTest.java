package io.minigram.insights.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minigram.insights.definitions.Confidence;
import org.junit.jupiter.api.Test;

class TTestTest {

  private static final Confidence CONFIDENCE = new Confidence(0.95);

  @Test
  void givesTheRightFiguresForThePublishedGroups() {
    var influencers = new Sample(59_004, 5.36601, 59_004 * 17.7833);
    var others = new Sample(558_707, 1.27600, 558_707 * 0.170505);

    var test = TTest.welch(influencers, others, CONFIDENCE);

    // with so many degrees of freedom the interval is the normal distribution's: 4.09001 ± 1.96 x
    // 4.09001 / 235.47
    assertThat(test.t()).isCloseTo(235.47, within(0.005));
    assertThat(test.degreesOfFreedom()).isCloseTo(59_122.5, within(0.05));
    assertThat(test.pValue()).isZero();
    assertThat(test.differenceFrom()).isCloseTo(4.05597, within(1e-5));
    assertThat(test.differenceTo()).isCloseTo(4.12405, within(1e-5));
  }

  @Test
  void comparesWhatVariesWithWhatDoesNot() {
    var test = TTest.welch(new Sample(2, 3.0, 2.0), new Sample(2, 1.0, 0.0), CONFIDENCE);

    // sample variance 2 over 2 pairs: t = 2 / 1 with 1 degree of freedom, p = 1 - 2 atan(2) / pi;
    // the quantile with 1 degree of freedom is tan(0.475 pi)
    assertThat(test.t()).isCloseTo(2, within(1e-12));
    assertThat(test.degreesOfFreedom()).isCloseTo(1, within(1e-12));
    assertThat(test.pValue()).isCloseTo(0.2951672353, within(1e-9));
    assertThat(test.differenceTo()).isCloseTo(2 + 12.7062047362, within(1e-9));
  }

  @Test
  void hasNothingToSayWhereNothingVaries() {
    var fives = new Sample(5, 2.0, 0.0);

    assertThat(TTest.welch(fives, new Sample(5, 1.0, 0.0), CONFIDENCE)).isNull();
    assertThat(TTest.student(fives, new Sample(5, 1.0, 0.0), CONFIDENCE)).isNull();
    assertThat(TTest.student(fives, Sample.EMPTY, CONFIDENCE)).isNull();
  }
}
