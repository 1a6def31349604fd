package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;

/**
 * How sure an interval is to hold what it estimates.
 *
 * @param level above 0 and below 1
 */
public record Confidence(double level) {

  public static final String LEVEL = "0.95";
  public static final String ABOUT =
      "How sure a confidence interval is to hold the true value, above 0 and below 1, such as"
          + " 0.95.";

  /**
   * Takes the level from a request.
   *
   * @throws RequestException BAD_ARGUMENT if it is not above 0 and below 1
   */
  public Confidence {
    if (!(level > 0 && level < 1)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "confidence must be above 0 and below 1, got " + level);
    }
  }
}
