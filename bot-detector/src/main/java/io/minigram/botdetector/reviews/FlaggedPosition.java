package io.minigram.botdetector.reviews;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A place in the list of flagged accounts, which runs from high to low scores, then by id. */
record FlaggedPosition(BigDecimal score, long userId) {

  /** Decimal places of a stored score. */
  private static final int SCALE = 6;

  /**
   * @throws IllegalArgumentException if the text is none of {@link #of}
   */
  static FlaggedPosition parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("Not a position");
    }
    return new FlaggedPosition(
        BigDecimal.valueOf(Long.parseLong(text.substring(0, colon)), SCALE),
        Long.parseLong(text.substring(colon + 1)));
  }

  static String of(FlaggedAccount account) {
    var millionths =
        BigDecimal.valueOf(account.score()).setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
    return millionths + ":" + account.id();
  }
}
