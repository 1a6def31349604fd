package io.minigram.botdetector.scoring;

/** How far a count lies above what chance would give. */
final class Surprise {

  private Surprise() {}

  /**
   * The Chernoff bound of the upper tail of a Poisson distribution: the probability of at least
   * {@code count} events where {@code expected} are expected is at most {@code exp(-surprise)},
   * with {@code surprise = count ln(count / expected) - count + expected}.
   *
   * @param count not negative; need not be a whole number
   * @param expected above 0
   * @return in nats; 0 if the count is not above what is expected
   */
  static double of(double count, double expected) {
    return count <= expected ? 0 : count * Math.log(count / expected) - count + expected;
  }
}
