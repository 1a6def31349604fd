package io.minigram.insights.calendar;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.eclipse.microprofile.graphql.Description;

/** Pearson's chi-square test of goodness of fit: could it be that events are spread evenly? */
@Description("Pearson's chi-square test of whether events are spread evenly over the buckets.")
public record ChiSquare(
    @Description("Sum over the buckets of (events - expected)² / expected, such as 9.24.")
        double statistic,
    @Description("Buckets that could hold an event, less one, such as 11 for twelve months.")
        int degreesOfFreedom,
    @Description(
            "Probability of differences at least this large if events were spread evenly. A pattern"
                + " should be read into the buckets only if it is small, such as below 0.05.")
        double pValue) {

  /** Tests the buckets in which an event was possible; null if these are fewer than two. */
  static ChiSquare of(List<FoldedBucket> buckets) {
    return of(
        buckets.stream().mapToDouble(FoldedBucket::expectedEvents).toArray(),
        buckets.stream().mapToLong(FoldedBucket::events).toArray());
  }

  /**
   * Tests the buckets in which an event was possible; null if these are fewer than two.
   *
   * @param expected events of each bucket if they were spread evenly; 0 if none was possible
   * @param events events of each bucket
   */
  public static ChiSquare of(double[] expected, long[] events) {
    var possible = IntStream.range(0, expected.length).filter(i -> expected[i] > 0).toArray();
    if (possible.length < 2) {
      return null;
    }
    var result =
        ChiSquareTest.withDefaults()
            .test(
                IntStream.of(possible).mapToDouble(i -> expected[i]).toArray(),
                IntStream.of(possible).mapToLong(i -> events[i]).toArray());
    return new ChiSquare(result.getStatistic(), possible.length - 1, result.getPValue());
  }
}
