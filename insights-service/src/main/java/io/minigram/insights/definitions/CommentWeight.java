package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.math.BigDecimal;

/**
 * How many likes a comment is worth: engagement is likes + weight × comments.
 *
 * @param value zero or more
 */
public record CommentWeight(BigDecimal value) {

  /**
   * Takes the weight from a request.
   *
   * @throws RequestException BAD_ARGUMENT if it is negative or not a number
   */
  public static CommentWeight of(double given) {
    if (!(given >= 0 && Double.isFinite(given))) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "commentWeight must be zero or more, got " + given);
    }
    return new CommentWeight(BigDecimal.valueOf(given));
  }
}
