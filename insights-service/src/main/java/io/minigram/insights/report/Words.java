package io.minigram.insights.report;

import java.util.List;
import java.util.Locale;

/** Writes figures in English, the same everywhere. */
final class Words {

  private static final String NONE = "none";
  private static final int MOST_LISTED = 3;

  private Words() {}

  /** As in 5,000. */
  static String count(long number) {
    return format("%,d", number);
  }

  /** As in 5,000 users, or 1 user. */
  static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** As in 20.17; whole numbers as in 11. Null is none. */
  static String number(Double number) {
    if (number == null) {
      return NONE;
    }
    return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
        ? count(number.longValue())
        : format("%,.2f", number);
  }

  /** A share as in 2.70 %. Null is none. */
  static String percent(Double share) {
    return share == null ? NONE : format("%,.2f %%", 100 * share);
  }

  /** A growth as in +72.42 %. Null is none. */
  static String growth(Double growth) {
    return growth == null ? NONE : format("%+,.2f %%", 100 * growth);
  }

  /** As in p = 0.870, or p < 0.001; more decimals near 0.05, so that the side of it is seen. */
  static String probability(double p) {
    if (p < 0.001) {
      return "p < 0.001";
    }
    if (Math.abs(p - 0.05) >= 0.0005 || p == 0.05) {
      return format("p = %.3f", p);
    }
    return p < 0.05 && p >= 0.04995 ? "p < 0.05" : format("p = %.4f", p);
  }

  /** As in: a, b and c. More than three are cut: a, b, c and 4 more. */
  static String list(List<String> items) {
    if (items.size() > MOST_LISTED + 1) {
      return String.join(", ", items.subList(0, MOST_LISTED))
          + " and "
          + (items.size() - MOST_LISTED)
          + " more";
    }
    return all(items);
  }

  /** As in: a, b and c, however many. */
  static String all(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1))
            + " and "
            + items.get(items.size() - 1);
  }

  /** By {@link Locale#ROOT}: commas between thousands, a point before decimals. */
  static String format(String form, Object... figures) {
    return String.format(Locale.ROOT, form, figures);
  }
}
