package io.minigram.workbench.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How many of a total: a number or a share, or a range from which one is drawn. Written {@code 49},
 * {@code 0.98%}, {@code 1000..1200} or {@code 10%..12%}. A single share is rounded to the nearest
 * number; a range of shares means more than the low share and at most the high one (the next number
 * above the low one, if no whole number lies between them); the ends of a range of numbers are both
 * possible.
 *
 * @param low the only or the lowest value, in percent if it is a share
 * @param high the same as {@code low} for a single value
 * @param share whether the values are percentages of the total
 */
public record Volume(BigDecimal low, BigDecimal high, boolean share) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(%?)(?:\\.\\.(\\d+(?:\\.\\d+)?)(%?))?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Volume {
    if (low.signum() < 0 || low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "%s..%s is not a range".formatted(low.toPlainString(), high.toPlainString()));
    }
    if (share && high.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException(high.toPlainString() + "% is more than the whole");
    }
    if (!share && (isFraction(low) || isFraction(high))) {
      throw new IllegalArgumentException(
          "%s is neither a number of things nor a percentage (write 5%% for a share)"
              .formatted(isFraction(low) ? low.toPlainString() : high.toPlainString()));
    }
  }

  /** Reads one of the forms above. */
  public static Volume of(String written) {
    var match = WRITTEN.matcher(written.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a number (49), share (5%%) or range of them (5%%..7%%, 1000..1200)"
              .formatted(written));
    }
    boolean lowIsShare = !match.group(2).isEmpty();
    var high = Optional.ofNullable(match.group(3));
    if (high.isPresent() && lowIsShare == match.group(4).isEmpty()) {
      throw new IllegalArgumentException("'%s' mixes a number and a share".formatted(written));
    }
    var low = new BigDecimal(match.group(1));
    return new Volume(low, high.map(BigDecimal::new).orElse(low), lowIsShare);
  }

  /** The least that can be drawn. */
  public long least(long total) {
    if (!share) {
      return low.longValueExact();
    }
    return isRange() ? Math.min(floor(low, total) + 1, total) : most(total);
  }

  /** The most that can be drawn. */
  public long most(long total) {
    if (!share) {
      return high.longValueExact();
    }
    return isRange()
        ? Math.max(least(total), floor(high, total))
        : part(low, total, RoundingMode.HALF_UP);
  }

  /** Draws a number; a single value needs no random number. */
  long draw(long total, UniformRandomProvider random) {
    long least = least(total);
    long most = most(total);
    return least == most ? least : random.nextLong(least, most + 1);
  }

  private boolean isRange() {
    return low.compareTo(high) != 0;
  }

  private static long floor(BigDecimal percent, long total) {
    return part(percent, total, RoundingMode.FLOOR);
  }

  private static long part(BigDecimal percent, long total, RoundingMode rounding) {
    return percent
        .multiply(BigDecimal.valueOf(total))
        .movePointLeft(2)
        .setScale(0, rounding)
        .longValueExact();
  }

  private static boolean isFraction(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 0;
  }

  /** As it is written. */
  @Override
  public String toString() {
    var unit = share ? "%" : "";
    var text = low.toPlainString() + unit;
    return isRange() ? text + ".." + high.toPlainString() + unit : text;
  }
}
