package io.minigram.edge.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** How often one caller may ask one instance of the service. */
@ConfigMapping(prefix = "minigram.rate-limit")
interface RateLimitConfig {

  /** Requests that a caller may send in a period; unlimited if it is not set. */
  OptionalLong requests();

  /** The period. */
  @WithDefault("1s")
  Duration period();
}
