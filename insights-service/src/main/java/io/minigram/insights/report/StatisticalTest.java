package io.minigram.insights.report;

import io.minigram.insights.influence.Correlation;
import io.minigram.insights.influence.TTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The statistical test behind a claim. */
@Description("The statistical test behind a claim, such as chi-square = 6.03 with p = 0.870.")
public record StatisticalTest(
    @NonNull @Description("Which test, such as CHI_SQUARE_GOODNESS_OF_FIT.") TestName name,
    @Description(
            "The test statistic, such as 6.03: chi-square, t, rho, or the cases of a binomial"
                + " test.")
        double statistic,
    @Description("Degrees of freedom, such as 11; null where the test has none.")
        Double degreesOfFreedom,
    @Description(
            "Probability of data at least this far off if there were nothing to find, such as 0.87."
                + " Below about 1e-308 it is 0.")
        double pValue,
    @Description("What was counted or measured in it, such as 5000 registrations.") long n,
    @Description("Whether the claim holds at the 5 % level: pValue is below 0.05, such as false.")
        boolean holds) {

  /** How improbable chance has to be as an explanation. */
  static final double LEVEL = 0.05;

  /**
   * Fewer counts make a chi-square test wrong: Koehler and Larntz ("An Empirical Investigation of
   * Goodness-of-Fit Statistics for Sparse Multinomials", 1980) found it right from 10 counts on, if
   * their square is at least 10 times the number of cells and no cell expects less than a quarter.
   */
  private static final int FEWEST = 10;

  private static final double LEAST_EXPECTED = 0.25;

  private static final int A_WEEK = 7;

  StatisticalTest(TestName name, double statistic, Double degreesOfFreedom, double pValue, long n) {
    this(name, statistic, degreesOfFreedom, pValue, n, pValue < LEVEL);
  }

  /**
   * Tests whether counts differ from what is expected.
   *
   * @param expected as many as counts, of the same sum; cells of 0 are left out
   * @return null with fewer than two cells, or too few counts
   */
  static StatisticalTest goodnessOfFit(double[] expected, long[] counts) {
    var possible = possible(expected);
    var expectedThere = Arrays.stream(possible).mapToDouble(i -> expected[i]).toArray();
    var countsThere = Arrays.stream(possible).mapToLong(i -> counts[i]).toArray();
    long n = LongStream.of(countsThere).sum();
    if (isTooLittle(expectedThere, n)) {
      return null;
    }
    var result = ChiSquareTest.withDefaults().test(expectedThere, countsThere);
    return new StatisticalTest(
        TestName.CHI_SQUARE_GOODNESS_OF_FIT,
        result.getStatistic(),
        possible.length - 1.0,
        result.getPValue(),
        n);
  }

  /**
   * Tests whether two groups share out alike.
   *
   * @param first the smaller group's count of each cell
   * @param second the larger group's; cells of neither are left out
   * @return null with fewer than two cells, an empty group, or too few counts in the first
   */
  static StatisticalTest homogeneity(long[] first, long[] second) {
    var used =
        IntStream.range(0, first.length).filter(i -> first[i] > 0 || second[i] > 0).toArray();
    return used.length == first.length
        ? homogeneityOfUsed(first, second)
        : homogeneityOfUsed(
            IntStream.of(used).mapToLong(i -> first[i]).toArray(),
            IntStream.of(used).mapToLong(i -> second[i]).toArray());
  }

  private static StatisticalTest homogeneityOfUsed(long[] first, long[] second) {
    long ofFirst = LongStream.of(first).sum();
    long ofSecond = LongStream.of(second).sum();
    if (ofFirst == 0 || ofSecond == 0) {
      return null;
    }
    double share = (double) ofFirst / (ofFirst + ofSecond);
    var expected = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      expected[i] = share * (first[i] + second[i]);
    }
    if (isTooLittle(expected, ofFirst)) {
      return null;
    }
    var result = ChiSquareTest.withDefaults().test(new long[][] {first, second});
    return new StatisticalTest(
        TestName.CHI_SQUARE_HOMOGENEITY,
        result.getStatistic(),
        first.length - 1.0,
        result.getPValue(),
        ofFirst + ofSecond);
  }

  /**
   * Friedman's test of whether something differs between the days of the week, the weeks being its
   * blocks: the days of each are ranked, ties at their mean rank, and (k - 1) Σ (R - n (k + 1) /
   * 2)² / (A - n k (k + 1)² / 4) follows a chi-square distribution with k - 1 degrees of freedom,
   * where R is a day's sum of ranks and A the sum of all squared ranks (Conover, "Practical
   * Nonparametric Statistics", 1999). It takes neither the weeks to be alike nor the events of a
   * day to be independent of each other.
   *
   * @param weeks seven values each
   * @return null with fewer than ten weeks
   */
  static StatisticalTest friedman(List<double[]> weeks) {
    int n = weeks.size();
    if (n < FEWEST) {
      return null;
    }
    var ranking = new NaturalRanking();
    var sums = new double[A_WEEK];
    double squares = 0;
    for (var week : weeks) {
      var ranks = ranking.apply(week);
      for (int day = 0; day < A_WEEK; day++) {
        sums[day] += ranks[day];
        squares += ranks[day] * ranks[day];
      }
    }
    double even = n * (A_WEEK + 1) / 2.0;
    double spread = squares - even * even * A_WEEK / n;
    double distances = DoubleStream.of(sums).map(sum -> (sum - even) * (sum - even)).sum();
    // if all days of every week are alike there is nothing to tell apart
    double statistic = spread == 0 ? 0 : (A_WEEK - 1) * distances / spread;
    return new StatisticalTest(
        TestName.FRIEDMAN,
        statistic,
        A_WEEK - 1.0,
        ChiSquaredDistribution.of(A_WEEK - 1.0).survivalProbability(statistic),
        n);
  }

  /**
   * A Welch test that was made.
   *
   * @param test null if there were too little data
   */
  static StatisticalTest welch(TTest test, long n) {
    return test == null
        ? null
        : new StatisticalTest(TestName.WELCH, test.t(), test.degreesOfFreedom(), test.pValue(), n);
  }

  /**
   * What a Welch test needs of a group.
   *
   * @param count members
   * @param mean null without members
   * @param variance the population's; null without members
   */
  record Spread(long count, Double mean, Double variance) {

    private double sampleVariance() {
      return variance * count / (count - 1);
    }
  }

  /** Tests whether two means differ; null with fewer than two in a group, or if nothing varies. */
  static StatisticalTest welch(Spread first, Spread second) {
    if (first.count() < 2
        || second.count() < 2
        || (first.variance() == 0 && second.variance() == 0)) {
      return null;
    }
    var result =
        org.apache.commons.statistics.inference.TTest.withDefaults()
            .with(DataDispersion.HETEROSCEDASTIC)
            .test(
                first.mean(),
                first.sampleVariance(),
                first.count(),
                second.mean(),
                second.sampleVariance(),
                second.count());
    return new StatisticalTest(
        TestName.WELCH,
        result.getStatistic(),
        result.getDegreesOfFreedom(),
        result.getPValue(),
        first.count() + second.count());
  }

  /**
   * A rank correlation that was computed.
   *
   * @param correlation null if there were too little data
   */
  static StatisticalTest spearman(Correlation correlation, long n) {
    return correlation == null
        ? null
        : new StatisticalTest(
            TestName.SPEARMAN, correlation.coefficient(), n - 2.0, correlation.pValue(), n);
  }

  /**
   * Tests whether a share is above a bound, for the most striking of some candidates: the upper
   * tail of the binomial distribution, times the candidates.
   *
   * @param cases 1 to {@code n}
   */
  static StatisticalTest binomial(long cases, long n, double bound, long candidates) {
    double one = BetaDistribution.of(cases, n - cases + 1.0).cumulativeProbability(bound);
    return new StatisticalTest(
        TestName.EXACT_BINOMIAL, cases, null, Math.min(1, one * candidates), n);
  }

  /** As in: chi-square = 6.03, 11 degrees of freedom, p = 0.870. */
  String inWords() {
    var words = new StringBuilder();
    words.append(name.statistic()).append(" = ").append(Words.number(statistic));
    if (degreesOfFreedom != null) {
      words
          .append(", ")
          .append(Words.number(degreesOfFreedom))
          .append(degreesOfFreedom == 1 ? " degree of freedom" : " degrees of freedom");
    }
    return words.append(", ").append(Words.probability(pValue)).toString();
  }

  private static boolean isTooLittle(double[] expected, long n) {
    return expected.length < 2
        || n < FEWEST
        || (double) n * n < (double) FEWEST * expected.length
        || DoubleStream.of(expected).anyMatch(cell -> cell < LEAST_EXPECTED);
  }

  private static int[] possible(double[] expected) {
    return IntStream.range(0, expected.length).filter(i -> expected[i] > 0).toArray();
  }
}
