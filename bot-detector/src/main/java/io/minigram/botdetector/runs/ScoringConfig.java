package io.minigram.botdetector.runs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** When and by which parameters accounts are scored. */
@ConfigMapping(prefix = "minigram.scoring")
interface ScoringConfig {

  /** Time between two looks for something new to score; {@code off} scores on request only. */
  @WithDefault("30s")
  String every();

  /**
   * A file with another model than the one that comes with the service; it needs a version of its
   * own.
   */
  Optional<Path> model();

  /** The lowest probability that flags an account; at most six decimal places. */
  @WithDefault("0.5")
  BigDecimal flagThreshold();

  /**
   * The lowest probability that is stored. Most accounts score near 0; leaving them out keeps runs
   * small.
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
