package io.minigram.ingest.batches;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How batches are written. */
@ConfigMapping(prefix = "minigram.batches")
interface BatchConfig {

  /**
   * Users, photos and tags whose existence is remembered, of each at most so many; rounded up to a
   * power of two, at 16 bytes each, which are taken when there are that many. With 1, the database
   * is asked for nearly every one.
   */
  @WithDefault("4194304")
  @Min(1)
  @Max(1 << 28)
  int rememberedReferences();
}
