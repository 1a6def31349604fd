package io.minigram.botdetector.reviews;

import org.eclipse.microprofile.graphql.Description;

@Description("Where the review of a flagged account stands.")
public enum ReviewState {
  @Description("Flagged by the latest run or by a moderator, and no decision stands.")
  OPEN,
  @Description("A moderator says that it is a bot.")
  CONFIRMED,
  @Description("A moderator says that it is none. Later runs put it back on new evidence only.")
  DISMISSED
}
