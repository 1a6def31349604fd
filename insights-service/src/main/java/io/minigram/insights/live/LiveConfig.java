package io.minigram.insights.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How subscribers are told of changes. */
@ConfigMapping(prefix = "minigram.live")
interface LiveConfig {

  /** How often to look, while anybody listens; figures come at most so often. */
  @WithDefault("500ms")
  Duration every();
}
