package io.minigram.insights.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticalTestTest {

  /**
   * By hand: (5 - 10)² / 10 twice is 5, (8 - 10)² / 10 twice is 0.8. With one degree of freedom the
   * p-value is that of a normal deviate beyond the root, with two it is exp(-x / 2): three cells of
   * 4, 10 and 10 expecting 8 have 4 + 0.5 × 2 = 3.
   */
  @ParameterizedTest
  @CsvSource({
    "'10 10',   '5 15',    5.0, 1, 0.0253473, true",
    "'10 10',   '8 12',    0.8, 1, 0.3710934, false",
    "'8 8 8',   '4 10 10', 3.0, 2, 0.2231302, false",
    "'8 8 8',   '0 16 8', 16.0, 2, 0.0003355, true",
    // where nothing was possible nothing is compared
    "'10 0 10', '5 0 15',  5.0, 1, 0.0253473, true",
  })
  void comparesCountsWithWhatIsExpected(
      String expected,
      String counts,
      double statistic,
      double degreesOfFreedom,
      double pValue,
      boolean holds) {
    var test = StatisticalTest.goodnessOfFit(doubles(expected), longs(counts));

    assertThat(test.name()).isEqualTo(TestName.CHI_SQUARE_GOODNESS_OF_FIT);
    assertThat(test.statistic()).isCloseTo(statistic, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(degreesOfFreedom);
    assertThat(test.pValue()).isCloseTo(pValue, within(1e-7));
    assertThat(test.n()).isEqualTo(LongStream.of(longs(counts)).sum());
    assertThat(test.holds()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    // one cell; nothing; nine counts; 10² is less than 10 × 11 cells; a cell of less than a quarter
    "'20', '20'",
    "'0 0', '0 0'",
    "'4.5 4.5', '0 9'",
    "'1 1 1 1 1 1 1 1 1 0.5 0.5', '10 0 0 0 0 0 0 0 0 0 0'",
    "'99.8 0.2', '90 10'",
  })
  void doesNotTestTooFewCounts(String expected, String counts) {
    assertThat(StatisticalTest.goodnessOfFit(doubles(expected), longs(counts))).isNull();
  }

  /** By hand: all four cells of 10 and 20 expect 15, and 4 × 25 / 15 is 6.667. */
  @Test
  void comparesTwoGroups() {
    var test = StatisticalTest.homogeneity(longs("10 20"), longs("20 10"));

    assertThat(test.name()).isEqualTo(TestName.CHI_SQUARE_HOMOGENEITY);
    assertThat(test.statistic()).isCloseTo(20.0 / 3, within(1e-9));
    assertThat(test.degreesOfFreedom()).isEqualTo(1.0);
    assertThat(test.pValue()).isCloseTo(0.0098233, within(1e-7));
    assertThat(test.n()).isEqualTo(60);
    assertThat(test.holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'0 0', '20 10'", "'20 10', '0 0'", "'30', '20'", "'4 5', '200 100'"})
  void doesNotCompareTooLittle(String first, String second) {
    assertThat(StatisticalTest.homogeneity(longs(first), longs(second))).isNull();
  }

  /** The published means and variances, whose degrees of freedom were given as 18,659,803. */
  @Test
  void welchIsWhatThePublishedFiguresGive() {
    var test =
        StatisticalTest.welch(
            new StatisticalTest.Spread(59_004, 5.36601, 17.7833),
            new StatisticalTest.Spread(558_707, 1.27600, 0.170505));

    assertThat(test.name()).isEqualTo(TestName.WELCH);
    assertThat(test.statistic()).isCloseTo(235.47, within(0.01));
    assertThat(test.degreesOfFreedom()).isCloseTo(59_122.5, within(0.1));
    assertThat(test.n()).isEqualTo(617_711);
    assertThat(test.holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,,,5,2,1", "1,2,0,5,2,1", "5,2,1,1,2,0", "5,2,0,5,3,0"})
  void doesNotCompareMeansOfTooFew(
      long first, Double mean, Double variance, long second, Double secondMean, Double other) {
    assertThat(
            StatisticalTest.welch(
                new StatisticalTest.Spread(first, mean, variance),
                new StatisticalTest.Spread(second, secondMean, other)))
        .isNull();
  }

  /** 7 or more of 10 have a chance of 176 / 1024 at one half, 20 of 20 one of 2^-20. */
  @ParameterizedTest
  @CsvSource({
    "7, 10, 1, 0.171875, false",
    "7, 10, 4, 0.6875, false",
    "7, 10, 5000, 1, false",
    "20, 20, 5000, 0.00476837, true",
  })
  void comparesTheMostStrikingShareWithABound(
      long cases, long n, long candidates, double pValue, boolean holds) {
    var test = StatisticalTest.binomial(cases, n, 0.5, candidates);

    assertThat(test.pValue()).isCloseTo(pValue, within(1e-8));
    assertThat(test.holds()).isEqualTo(holds);
    assertThat(test.degreesOfFreedom()).isNull();
  }

  @Test
  void tellsItselfInWords() {
    assertThat(StatisticalTest.goodnessOfFit(doubles("10 10"), longs("5 15")).inWords())
        .isEqualTo("chi-square = 5, 1 degree of freedom, p = 0.025");
    assertThat(StatisticalTest.binomial(20, 20, 0.5, 5000).inWords())
        .isEqualTo("cases = 20, p = 0.005");
    assertThat(StatisticalTest.goodnessOfFit(doubles("8 8 8"), longs("0 16 8")).inWords())
        .isEqualTo("chi-square = 16, 2 degrees of freedom, p < 0.001");
  }

  private static double[] doubles(String numbers) {
    return Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static long[] longs(String numbers) {
    return Stream.of(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
