package io.minigram.ingest.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How imports are cut and bounded. */
@ConfigMapping(prefix = "minigram.imports")
interface ImportConfig {

  /** Rows of a batch, which is one transaction. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int batchRows();

  /** Characters of the longest text that is taken. */
  @WithDefault("10000")
  @Min(1)
  int maxTextLength();

  /** Refused lines that an answer shows; all of them are at {@code /imports/{id}/rejects}. */
  @WithDefault("100")
  @Min(0)
  @Max(10_000)
  int shownRejects();
}
