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
}
