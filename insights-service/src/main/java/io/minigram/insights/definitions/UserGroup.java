package io.minigram.insights.definitions;

import org.eclipse.microprofile.graphql.Description;

/** A group of users that a rule makes. */
@Description("A group of users that a rule makes, such as INFLUENCERS.")
public enum UserGroup {
  @Description(
      "The most active users, less the accounts that are as active as a bot (share,"
          + " botLikeActivity).")
  ACTIVE_BY_ACTIVITY,
  @Description("The least active users (share).")
  INACTIVE_BY_ACTIVITY,
  @Description(
      "The users with the highest activity rate, less the accounts that are as active as a bot and"
          + " the young ones (share, botLikeActivity, youngDays, measuredOn).")
  ACTIVE_BY_RATE,
  @Description("The users with the lowest activity rate (share, measuredOn).")
  INACTIVE_BY_RATE,
  @Description("The users whom most follow (minFollowerShare, top).")
  INFLUENCERS,
  @Description("The users who have never posted a photo.")
  NEVER_POSTED
}
