package io.minigram.ingest.requests;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests with a key are remembered. */
@ConfigMapping(prefix = "minigram.requests")
interface RequestConfig {

  /** How long a request with a key counts once; sent again later, it is a new one. */
  @WithDefault("7d")
  Duration kept();
}
