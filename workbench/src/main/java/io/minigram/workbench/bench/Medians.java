package io.minigram.workbench.bench;

import java.util.Arrays;

/** The middle of some values. */
final class Medians {

  private Medians() {}

  static double of(double[] values) {
    var sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
