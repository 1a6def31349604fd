package io.minigram.botdetector.reviews;

import org.eclipse.microprofile.graphql.Description;

@Description("What happened to a case.")
public enum CaseEventKind {
  @Description(
      "A run or a moderator flagged the account, which opened the case or opened it again.")
  FLAGGED,
  @Description("A moderator decided that it is a bot.")
  CONFIRMED,
  @Description("A moderator decided that it is none.")
  DISMISSED,
  @Description("A moderator undid a decision, so that what was before it stands again.")
  UNDONE
}
