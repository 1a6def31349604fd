package io.minigram.botdetector.runs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** When and by which parameters accounts are scored. */
@ConfigMapping(prefix = "minigram.scoring")
interface ScoringConfig {

  /** Time between two looks for something new to score; {@code off} scores on request only. */
  @WithDefault("30s")
  String every();

  /** The share of all photos, liked by one account, from which the account is flagged. */
  @WithDefault("0.05")
  BigDecimal minShare();

  /** The lowest score that flags an account; at most six decimal places. */
  @WithDefault("0.5")
  BigDecimal flagThreshold();

  /**
   * The lowest score that is stored. Most accounts score near 0; leaving them out keeps runs small.
   */
  @WithDefault("0.1")
  BigDecimal storedFrom();

  /** How many runs' scores are kept; those that a review rests on stay longer. */
  @WithDefault("20")
  int runsKept();

  /**
   * By how much the log odds of a score, in nats, have to be above those of the score that was
   * dismissed for the account to be flagged again without a new signal. 2 is odds 7.4 times as
   * high: 0.50 becomes 0.88, 0.88 becomes 0.98.
   */
  @WithDefault("2")
  BigDecimal evidenceMargin();
}
