package io.minigram.insights.audience;

import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.eclipse.microprofile.graphql.Description;

/** Welch's t-test: could two means be equal, when the variances may differ? */
@Description("Welch's t-test of whether two means are equal, the variances not assumed equal.")
public record WelchTest(
    @Description("The test statistic; positive if the first mean is the larger one.") double t,
    @Description("Degrees of freedom by Welch and Satterthwaite; not a whole number.")
        double degreesOfFreedom,
    @Description(
            "Two-sided p-value: probability of means at least this far apart if they were equal."
                + " Below about 1e-308 it is 0.")
        double pValue) {

  /**
   * Compares the means of two groups; null if one has fewer than two pairs, or nothing varies.
   *
   * <p>The formula wants sample variances, which are the population's × n / (n - 1).
   */
  static WelchTest of(PairMean first, PairMean second) {
    if (first.pairs() < 2
        || second.pairs() < 2
        || (first.variance() == 0 && second.variance() == 0)) {
      return null;
    }
    var result =
        TTest.withDefaults()
            .with(DataDispersion.HETEROSCEDASTIC)
            .test(
                first.mean(),
                sampleVariance(first),
                first.pairs(),
                second.mean(),
                sampleVariance(second),
                second.pairs());
    return new WelchTest(result.getStatistic(), result.getDegreesOfFreedom(), result.getPValue());
  }

  private static double sampleVariance(PairMean group) {
    return group.variance() * group.pairs() / (group.pairs() - 1);
  }
}
