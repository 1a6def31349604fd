package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;

/** A word that the report uses in a sense of its own. */
@Description("A word that the report uses in a sense of its own, such as INFLUENCER.")
public enum Term {
  @Description("What a user has done, such as 223 things.")
  ACTIVITY,
  @Description("Activity a day, such as 0.85.")
  ACTIVITY_RATE,
  @Description("The most active users, such as 255.")
  ACTIVE_USER,
  @Description("The least active users, such as 255.")
  INACTIVE_USER,
  @Description("Users without a photo, such as 34.")
  NEVER_POSTED,
  @Description("What a photo has got, such as 500.")
  ENGAGEMENT,
  @Description("The most engaged photos, such as 250.")
  HIGHLY_ENGAGED_PHOTO,
  @Description("The users whom most follow, such as 135.")
  INFLUENCER,
  @Description("Engagement between two users, such as 5.4.")
  PAIR_ENGAGEMENT,
  @Description("Accounts that may be bots, such as 49.")
  SUSPECTED_BOT,
  @Description("Users whose likes come from suspected bots, such as 11.")
  BOOSTED_USER,
  @Description("When a claim is said to hold, such as with p = 0.003.")
  MORE_THAN_CHANCE
}
