package io.minigram.workbench.bench;

import java.util.Arrays;

/**
 * How long some requests took.
 *
 * @param p50 median, in milliseconds
 * @param p99 99th percentile, in milliseconds: of fewer than a hundred requests the longest
 * @param longest in milliseconds
 */
record Latencies(double p50, double p99, double longest) {

  private static final double MILLI = 1e6;

  /**
   * Sums some requests up.
   *
   * @throws IllegalArgumentException if there are none
   */
  static Latencies ofNanos(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("There is nothing to sum up");
    }
    var sorted = Arrays.stream(nanos).sorted().toArray();
    return new Latencies(
        percentile(sorted, 50) / MILLI,
        percentile(sorted, 99) / MILLI,
        sorted[sorted.length - 1] / MILLI);
  }

  /** By the nearest rank: the least value that so many per cent of all do not exceed. */
  private static double percentile(long[] sorted, int percent) {
    int rank = (int) Math.ceil(sorted.length * percent / 100.0);
    return sorted[Math.max(1, rank) - 1];
  }
}
