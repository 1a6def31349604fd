package io.minigram.edge.logging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is written. */
@ConfigMapping(prefix = "minigram.log")
interface LogConfig {

  /** Whether the lines on the console are JSON, for a collector, instead of text for people. */
  @WithDefault("false")
  boolean json();
}
