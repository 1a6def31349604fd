package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.math.BigDecimal;

/**
 * A part of a whole, from 0 to 1.
 *
 * @param value exactly the decimal number that was given, so that 7 % of 100 is 7 and not a little
 *     more
 */
public record Share(BigDecimal value) {

  /**
   * Takes a share from a request.
   *
   * @param argument what the client calls it
   * @throws RequestException BAD_ARGUMENT if it is not between 0 and 1
   */
  public static Share of(String argument, double given) {
    if (!(given >= 0 && given <= 1)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, argument + " must be between 0 and 1, got " + given);
    }
    return new Share(BigDecimal.valueOf(given));
  }
}
