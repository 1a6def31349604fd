package io.minigram.insights.influence;

import io.minigram.insights.definitions.Confidence;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.DataDispersion;
import org.eclipse.microprofile.graphql.Description;

/** A t-test: could two means be equal? */
@Description(
    "A t-test of whether two means are equal: Welch's does not assume that the variances are,"
        + " Student's does. Such as t = 235.47 with 59,122.5 degrees of freedom.")
public record TTest(
    @Description("The test statistic, such as 235.47; positive if the first mean is larger.")
        double t,
    @Description(
            "Degrees of freedom, such as 59122.5: by Welch and Satterthwaite, which gives no whole"
                + " number; n1 + n2 - 2 in Student's test.")
        double degreesOfFreedom,
    @Description(
            "Two-sided p-value, such as 0.151: probability of means at least this far apart if they"
                + " were equal. Below about 1e-308 it is 0.")
        double pValue,
    @Description("First mean - second mean, such as 4.09.") double difference,
    @Description("Lower end of the confidence interval of the difference, such as 4.06.")
        double differenceFrom,
    @Description("Upper end of the confidence interval of the difference, such as 4.12.")
        double differenceTo) {

  /** Welch's test; null if a group has fewer than two members, or nothing varies. */
  static TTest welch(Sample first, Sample second, Confidence confidence) {
    if (isTooLittle(first, second)) {
      return null;
    }
    double error =
        Math.sqrt(
            first.sampleVariance() / first.count() + second.sampleVariance() / second.count());
    return of(DataDispersion.HETEROSCEDASTIC, first, second, error, confidence);
  }

  /** Student's test; null if a group has fewer than two members, or nothing varies. */
  static TTest student(Sample first, Sample second, Confidence confidence) {
    if (isTooLittle(first, second)) {
      return null;
    }
    double pooled =
        (first.squaredDeviations() + second.squaredDeviations())
            / (first.count() + second.count() - 2);
    double error = Math.sqrt(pooled * (1.0 / first.count() + 1.0 / second.count()));
    return of(DataDispersion.HOMOSCEDASTIC, first, second, error, confidence);
  }

  private static boolean isTooLittle(Sample first, Sample second) {
    return first.count() < 2
        || second.count() < 2
        || (first.squaredDeviations() == 0 && second.squaredDeviations() == 0);
  }

  /** The interval is difference ± t-quantile × standard error of the difference. */
  private static TTest of(
      DataDispersion dispersion,
      Sample first,
      Sample second,
      double standardError,
      Confidence confidence) {
    var result =
        org.apache.commons.statistics.inference.TTest.withDefaults()
            .with(dispersion)
            .test(
                first.mean(),
                first.sampleVariance(),
                first.count(),
                second.mean(),
                second.sampleVariance(),
                second.count());
    double difference = first.mean() - second.mean();
    double reach =
        standardError
            * TDistribution.of(result.getDegreesOfFreedom())
                .inverseSurvivalProbability((1 - confidence.level()) / 2);
    return new TTest(
        result.getStatistic(),
        result.getDegreesOfFreedom(),
        result.getPValue(),
        difference,
        difference - reach,
        difference + reach);
  }
}
