package io.minigram.insights.transactions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How questions are answered. */
@ConfigMapping(prefix = "minigram.reading")
interface ReadingConfig {

  /** How long a question waits for the position that it asks for at least. */
  @WithDefault("5s")
  Duration patience();

  /** Rows of answers that are kept in memory for who asks the same again; 0 keeps none. */
  @WithDefault("100000")
  @Min(0)
  long cachedRows();
}
