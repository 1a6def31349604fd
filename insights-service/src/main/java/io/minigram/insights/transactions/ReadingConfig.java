package io.minigram.insights.transactions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How questions are answered. */
@ConfigMapping(prefix = "minigram.reading")
interface ReadingConfig {

  /** How long a question waits for the position that it asks for at least. */
  @WithDefault("5s")
  Duration patience();
}
