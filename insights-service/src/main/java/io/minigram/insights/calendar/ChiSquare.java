package io.minigram.insights.calendar;

import java.util.List;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.eclipse.microprofile.graphql.Description;

/** Pearson's chi-square test of goodness of fit: could it be that events are spread evenly? */
@Description("Pearson's chi-square test of whether events are spread evenly over the buckets.")
public record ChiSquare(
    @Description("Sum over the buckets of (events - expected)² / expected, such as 9.24.") double statistic,
    @Description("Buckets that could hold an event, less one, such as 11 for twelve months.") int degreesOfFreedom,
    @Description(
            "Probability of differences at least this large if events were spread evenly. A"
                + " pattern should be read into the buckets only if it is small, such as below 0.05.")
        double pValue) {

  /** Tests the buckets in which an event was possible; null if these are fewer than two. */
  static ChiSquare of(List<FoldedBucket> buckets) {
    var possible = buckets.stream().filter(bucket -> bucket.expectedEvents() > 0).toList();
    if (possible.size() < 2) {
      return null;
    }
    var result =
        ChiSquareTest.withDefaults()
            .test(
                possible.stream().mapToDouble(FoldedBucket::expectedEvents).toArray(),
                possible.stream().mapToLong(FoldedBucket::events).toArray());
    return new ChiSquare(result.getStatistic(), possible.size() - 1, result.getPValue());
  }
}
