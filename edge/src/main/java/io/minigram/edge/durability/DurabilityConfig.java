package io.minigram.edge.durability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is asked of the database before anything is entrusted to it. */
@ConfigMapping(prefix = "minigram.durability")
interface DurabilityConfig {

  /** Whether the service refuses a PostgreSQL that may lose what it has committed. */
  @WithDefault("true")
  boolean demanded();
}
