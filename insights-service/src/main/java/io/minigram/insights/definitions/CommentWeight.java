package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How many likes a comment is worth: engagement is likes + weight × comments.
 *
 * @param value zero to {@value #MOST}, with at most {@value #DECIMALS} decimals
 */
public record CommentWeight(BigDecimal value) {

  private static final int MOST = 1_000_000;
  private static final int DECIMALS = 6;

  /**
   * Takes the weight from a request.
   *
   * @throws RequestException BAD_ARGUMENT if it is negative, too large or too fine
   */
  public static CommentWeight of(double given) {
    if (given >= 0 && given <= MOST) {
      var value = BigDecimal.valueOf(given).stripTrailingZeros();
      if (value.scale() <= DECIMALS) {
        return new CommentWeight(value);
      }
    }
    throw RequestException.of(
        ErrorCode.BAD_ARGUMENT,
        "commentWeight must be between 0 and %,d, with at most %d decimals, got %s"
            .formatted(MOST, DECIMALS, given));
  }

  /** The lowest terms of the weight, so that engagement is compared in whole numbers. */
  public Ratio ratio() {
    var denominator = BigInteger.TEN.pow(Math.max(0, value.scale()));
    var numerator = value.multiply(new BigDecimal(denominator)).toBigIntegerExact();
    var divisor = numerator.gcd(denominator);
    return new Ratio(
        denominator.divide(divisor).longValueExact(), numerator.divide(divisor).longValueExact());
  }

  /**
   * What counts in proportion: 1.5 is two for a like and three for a comment.
   *
   * @param like at least 1
   * @param comment at least 0
   */
  public record Ratio(long like, long comment) {}
}
