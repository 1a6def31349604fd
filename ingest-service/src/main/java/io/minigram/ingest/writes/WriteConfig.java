package io.minigram.ingest.writes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How single writes are gathered into batches. */
@ConfigMapping(prefix = "minigram.writes")
interface WriteConfig {

  /** How long a write waits at most for others to go with it. */
  @WithDefault("5ms")
  Duration longestWait();

  /** Writes of one batch at most; it does not wait once it has as many. */
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int batchSize();

  /**
   * Batches that are committed at the same time. One is enough to keep PostgreSQL busy, and keeps
   * the order in which writes come.
   */
  @WithDefault("1")
  @Min(1)
  @Max(64)
  int writers();

  /** Writes that may wait for their batch; more are sent away with 503. */
  @WithDefault("20000")
  @Min(1)
  int mostWaiting();

  /** Characters of the longest text that is taken. */
  @WithDefault("10000")
  @Min(1)
  int maxTextLength();

  /** Tags that a photo can be posted with. */
  @WithDefault("30")
  @Min(1)
  @Max(1000)
  int mostTags();
}
