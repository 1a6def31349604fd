package io.minigram.insights.definitions;

import org.eclipse.microprofile.graphql.Description;

/** Whose word is taken on who is a bot. */
@Description(
    "Whose word is taken on who is a bot, such as LIKED_SHARE for the published report's rule.")
public enum SuspectSet {
  @Description(
      "Whoever has liked at least a share of all photos, such as 5 %: the published report's rule,"
          + " which no moderator's decision touches.")
  LIKED_SHARE,
  @Description(
      "Whoever bot-detector flags, for a score over its threshold, such as 0.97 over 0.9, or a"
          + " moderator by hand; less whom moderators have dismissed, plus whom they have"
          + " confirmed.")
  DETECTOR,
  @Description("Whoever a moderator has confirmed as a bot, such as by deciding a case.")
  CONFIRMED
}
