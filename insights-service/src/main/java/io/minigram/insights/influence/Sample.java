package io.minigram.insights.influence;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a mean and its variance are known from.
 *
 * @param count members
 * @param mean over them; NaN without members
 * @param squaredDeviations sum over the members of (value - mean)²
 */
record Sample(long count, double mean, double squaredDeviations) {

  static final Sample EMPTY = new Sample(0, Double.NaN, 0);

  /**
   * From exact sums, to the last digit: no difference of large numbers is ever rounded.
   *
   * @param sum of the values
   * @param squares sum of the squared values
   */
  static Sample ofSums(long count, BigDecimal sum, BigDecimal squares) {
    if (count == 0) {
      return EMPTY;
    }
    var members = BigDecimal.valueOf(count);
    var deviations =
        squares.multiply(members).subtract(sum.pow(2)).divide(members, MathContext.DECIMAL128);
    return new Sample(
        count, sum.divide(members, MathContext.DECIMAL128).doubleValue(), deviations.doubleValue());
  }

  /**
   * Both together, by the formula of Chan, Golub and LeVeque ("Updating Formulae and a Pairwise
   * Algorithm for Computing Sample Variances", 1979).
   */
  Sample plus(Sample other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    long both = count + other.count;
    double distance = other.mean - mean;
    return new Sample(
        both,
        mean + distance * other.count / both,
        squaredDeviations
            + other.squaredDeviations
            + distance * distance * count * other.count / both);
  }

  /** Null without members. */
  Double meanOrNull() {
    return count == 0 ? null : mean;
  }

  /** The population's; null without members. */
  Double varianceOrNull() {
    return count == 0 ? null : squaredDeviations / count;
  }

  /** The estimate from a sample; of two members at least. */
  double sampleVariance() {
    return squaredDeviations / (count - 1);
  }
}
