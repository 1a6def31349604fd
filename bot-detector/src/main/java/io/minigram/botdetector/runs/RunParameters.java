package io.minigram.botdetector.runs;

import io.minigram.botdetector.scoring.Score;
import java.math.BigDecimal;

/** What decides, beside the facts, which accounts a run flags and stores. */
record RunParameters(BigDecimal minShare, BigDecimal flagThreshold, BigDecimal storedFrom) {

  RunParameters {
    requireShare("min-share", minShare);
    requireShare("flag-threshold", flagThreshold);
    if (storedFrom.signum() < 0 || storedFrom.compareTo(flagThreshold) > 0) {
      throw new IllegalArgumentException(
          "minigram.scoring.stored-from must be between 0 and flag-threshold, so that flagged"
              + " accounts are stored: "
              + storedFrom);
    }
  }

  static RunParameters of(ScoringConfig config) {
    return new RunParameters(config.minShare(), config.flagThreshold(), config.storedFrom());
  }

  /** Equal by number: 0.5 and 0.50 are the same. */
  boolean sameAs(RunParameters other) {
    return minShare.compareTo(other.minShare) == 0
        && flagThreshold.compareTo(other.flagThreshold) == 0
        && storedFrom.compareTo(other.storedFrom) == 0;
  }

  private static void requireShare(String name, BigDecimal value) {
    if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) > 0 || value.scale() > Score.SCALE) {
      throw new IllegalArgumentException(
          "minigram.scoring.%s must be above 0, at most 1, with at most %d decimal places: %s"
              .formatted(name, Score.SCALE, value));
    }
  }
}
