package io.minigram.botdetector.reviews;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Which of the flagged accounts are wanted; what is null does not matter.
 *
 * @param minScore the lowest score
 * @param signal a signal that contributed to the score
 * @param ringRunId the run of the ring of which the account must be a member
 * @param ringNumber the number of that ring
 */
record FlaggedFilter(
    ReviewState state, BigDecimal minScore, String signal, Long ringRunId, Integer ringNumber) {

  private static final Pattern RING = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");
  private static final int LONGEST_SIGNAL = 100;

  /**
   * @param ring the id of a ring
   * @throws RequestException BAD_ARGUMENT if an argument is out of range, or no ring can have the
   *     id
   */
  static FlaggedFilter of(ReviewState state, Double minScore, String signal, String ring) {
    if (minScore != null && !(minScore >= 0 && minScore <= 1)) {
      throw refused("minScore must be between 0 and 1, got " + minScore);
    }
    if (signal != null && signal.length() > LONGEST_SIGNAL) {
      throw refused("signal must have at most " + LONGEST_SIGNAL + " characters");
    }
    var score = minScore == null ? null : BigDecimal.valueOf(minScore);
    if (ring == null) {
      return new FlaggedFilter(state, score, signal, null, null);
    }
    var parts = RING.matcher(ring);
    if (!parts.matches()) {
      throw refused("ring must be the id of a ring, such as 12-1");
    }
    return new FlaggedFilter(
        state, score, signal, Long.valueOf(parts.group(1)), Integer.valueOf(parts.group(2)));
  }

  private static RequestException refused(String message) {
    return RequestException.of(ErrorCode.BAD_ARGUMENT, message);
  }
}
