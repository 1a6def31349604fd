package io.minigram.ingest.removals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How what was removed is swept away. */
@ConfigMapping(prefix = "minigram.removals")
interface RemovalConfig {

  /** Rows that one transaction takes away at most. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int batchRows();

  /**
   * Rows that one transaction looks at to find those of accounts that are gone: likes and comments
   * are kept by photo, follows by who is followed, and an index by user would cost every like more
   * than a rare erasure gains.
   */
  @WithDefault("200000")
  @Min(1)
  int scannedRows();

  /** Accounts or photos that are swept together. */
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int together();

  /** How often to look for what is left to sweep; a removal asked for here is swept at once. */
  @WithDefault("1s")
  Duration every();
}
