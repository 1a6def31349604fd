package io.minigram.insights.bots;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How sure one wants to be that a share is not smaller than seen by chance.
 *
 * @param value above 0, below 1
 */
record Confidence(double value) {

  /** So sure that one in twenty would be wrong. */
  static final String DEFAULT = "0.95";

  /**
   * Takes the confidence from a request.
   *
   * @throws RequestException BAD_ARGUMENT if it is not between 0 and 1, or is either
   */
  static Confidence of(double given) {
    if (!(given > 0 && given < 1)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "confidence must be above 0 and below 1, got " + given);
    }
    return new Confidence(given);
  }

  /**
   * The one-sided lower bound of a share of which {@code part} of {@code all} were seen: Clopper
   * and Pearson (1934), the quantile of the beta distribution with part and all - part + 1.
   *
   * @param part 0 to {@code all}
   * @param all at least 1
   */
  double lowerBound(long part, long all) {
    return part == 0
        ? 0
        : BetaDistribution.of(part, all - part + 1.0).inverseCumulativeProbability(1 - value);
  }

  /** Whether the lower bound is at least this share; quicker than working it out. */
  boolean isAtLeast(double share, long part, long all) {
    if (share == 0 || part == 0) {
      return share == 0;
    }
    return BetaDistribution.of(part, all - part + 1.0).cumulativeProbability(share) <= 1 - value;
  }
}
