package io.minigram.botdetector.scoring;

import java.math.BigDecimal;

/**
 * What one signal adds to an account's score.
 *
 * @param signal the signal's name
 * @param value what the signal measured, in its own unit
 * @param amount what that adds to the score, 0 to 1
 * @param sentence the measurement in words, for a moderator
 */
public record Contribution(String signal, BigDecimal value, BigDecimal amount, String sentence) {

  public Contribution {
    if (amount.signum() < 0 || amount.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("amount must be between 0 and 1: " + amount);
    }
  }
}
