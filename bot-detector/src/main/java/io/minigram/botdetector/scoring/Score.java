package io.minigram.botdetector.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much speaks for an account being a bot: the sum of its contributions, capped at 1. It orders
 * accounts; it is not a probability.
 */
public record Score(long userId, BigDecimal value, List<Contribution> contributions) {

  /**
   * Decimal places of scores and contributions. Rounding is always down, so that a score reaches a
   * threshold of at most this many places exactly when the unrounded one does.
   */
  public static final int SCALE = 6;

  static Score of(long userId, List<Contribution> contributions) {
    var sum = contributions.stream().map(Contribution::amount).reduce(BigDecimal::add);
    var value = sum.orElse(BigDecimal.ZERO).min(BigDecimal.ONE).setScale(SCALE);
    return new Score(userId, value, List.copyOf(contributions));
  }

  public boolean reaches(BigDecimal threshold) {
    return value.compareTo(threshold) >= 0;
  }
}
