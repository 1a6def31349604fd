package io.minigram.insights.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {

  private static final double[] FIRST = {1, 2, 2, 3, 5, 8, 8, 8, 9, 10};
  private static final double[] SECOND = {2, 1, 4, 4, 3, 9, 7, 7, 8, 6};

  /** SciPy's pearsonr. */
  @Test
  void followsAStraightLine() {
    var correlation = Correlation.pearson(FIRST, SECOND);

    assertThat(correlation.coefficient()).isCloseTo(0.8513088411770758, within(1e-12));
    assertThat(correlation.pValue()).isCloseTo(0.001780105184429001, within(1e-12));
  }

  /** SciPy's spearmanr; ties have their mean rank. */
  @Test
  void followsTheRanks() {
    var correlation = Correlation.spearman(FIRST, SECOND);

    assertThat(correlation.coefficient()).isCloseTo(0.7709310859368713, within(1e-12));
    assertThat(correlation.pValue()).isCloseTo(0.00904045948622455, within(1e-12));
  }

  @Test
  void needsThreeAndSomeVariation() {
    assertThat(Correlation.pearson(new double[] {1, 2}, new double[] {2, 1})).isNull();
    assertThat(Correlation.spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNull();
  }

  @Test
  void isNoChanceWherePerfect() {
    var correlation = Correlation.pearson(new double[] {1, 2, 3}, new double[] {6, 4, 2});

    assertThat(correlation.coefficient()).isEqualTo(-1);
    assertThat(correlation.pValue()).isZero();
  }
}
