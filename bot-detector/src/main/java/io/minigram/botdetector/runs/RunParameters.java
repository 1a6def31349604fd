package io.minigram.botdetector.runs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What decides, beside the facts, which accounts a run flags and stores.
 *
 * @param model the version of the model; null in runs of before there were models
 */
record RunParameters(String model, BigDecimal flagThreshold, BigDecimal storedFrom) {

  /** Decimal places of a stored score. */
  static final int SCALE = 6;

  RunParameters {
    if (flagThreshold.signum() <= 0
        || flagThreshold.compareTo(BigDecimal.ONE) > 0
        || flagThreshold.scale() > SCALE) {
      throw new IllegalArgumentException(
          "minigram.scoring.flag-threshold must be above 0, at most 1, with at most %d decimal"
                  .formatted(SCALE)
              + " places: "
              + flagThreshold);
    }
    if (storedFrom.signum() < 0 || storedFrom.compareTo(flagThreshold) > 0) {
      throw new IllegalArgumentException(
          "minigram.scoring.stored-from must be between 0 and flag-threshold, so that flagged"
              + " accounts are stored: "
              + storedFrom);
    }
  }

  /** Equal by number: 0.5 and 0.50 are the same. */
  boolean sameAs(RunParameters other) {
    return Objects.equals(model, other.model)
        && flagThreshold.compareTo(other.flagThreshold) == 0
        && storedFrom.compareTo(other.storedFrom) == 0;
  }

  boolean flags(double score) {
    return stored(score).compareTo(flagThreshold) >= 0;
  }

  boolean stores(double score) {
    return stored(score).compareTo(storedFrom) >= 0;
  }

  /**
   * Rounded down, so that a stored score reaches a threshold exactly when the unrounded one does.
   */
  static BigDecimal stored(double score) {
    return BigDecimal.valueOf(score).setScale(SCALE, RoundingMode.DOWN);
  }
}
