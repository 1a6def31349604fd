package io.minigram.insights.rolling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How new facts are folded into the roll-ups. */
@ConfigMapping(prefix = "minigram.rolling")
interface RollingConfig {

  /** Whether this instance may roll. Of those that may, one does. */
  @WithDefault("true")
  boolean enabled();

  /** How long to wait for something new after nothing was. */
  @WithDefault("200ms")
  Duration every();

  /** Rows of facts that one transaction folds in, and those of one batch more. */
  @WithDefault("50000")
  int rows();
}
