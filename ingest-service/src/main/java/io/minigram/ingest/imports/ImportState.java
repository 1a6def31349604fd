package io.minigram.ingest.imports;

import org.eclipse.microprofile.graphql.Description;

/** How far an import is. */
@Description("How far an import is.")
public enum ImportState {
  /** Rows are still coming in. */
  RUNNING,
  /** The whole file was read. */
  COMPLETED,
  /** The connection or the database broke off; the batches committed before that are in. */
  FAILED
}
