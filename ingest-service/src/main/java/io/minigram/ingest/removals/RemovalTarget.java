package io.minigram.ingest.removals;

import org.eclipse.microprofile.graphql.Description;

/** What can be removed for good. */
@Description("What can be removed for good.")
public enum RemovalTarget {
  ACCOUNT,
  PHOTO
}
