package io.minigram.ingest.removals;

import org.eclipse.microprofile.graphql.Description;

/** How far a removal is. */
@Description("How far a removal is.")
public enum RemovalState {
  /** Nothing new can be added; what is there is being swept away. */
  SWEEPING,
  /** Nothing is left but the id. */
  DONE
}
