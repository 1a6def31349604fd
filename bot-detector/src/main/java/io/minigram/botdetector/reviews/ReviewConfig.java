package io.minigram.botdetector.reviews;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What becomes of cases by themselves. */
@ConfigMapping(prefix = "minigram.reviews")
interface ReviewConfig {

  /** Time between two looks for notes on accounts that are erased; {@code off} never looks. */
  @WithDefault("60s")
  String eraseNotesEvery();

  /** The most notes that one look erases; the next one goes on. */
  @WithDefault("1000")
  int notesAtOnce();
}
