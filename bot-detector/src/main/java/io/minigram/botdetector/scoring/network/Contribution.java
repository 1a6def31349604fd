package io.minigram.botdetector.scoring.network;

/**
 * What one signal adds to a score.
 *
 * @param signal the signal's name
 * @param value what it measured, in its own unit
 * @param amount what that adds to the log odds of a bot, above 0
 * @param sentence the measurement in words, for a moderator
 */
public record Contribution(String signal, double value, double amount, String sentence) {

  public Contribution {
    if (!(amount > 0)) {
      throw new IllegalArgumentException(signal + " contributes nothing: " + amount);
    }
  }
}
