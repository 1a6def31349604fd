package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** Which users to look at. */
@Description("Which users to look at, such as ACTIVE for the most active ones.")
public enum CohortKind {
  @Description(
      "The most active users, less the accounts that are as active as a bot and, by rate, the"
          + " young ones, such as the top 5 %.")
  ACTIVE,
  @Description("The least active users, such as the bottom 5 %.")
  INACTIVE,
  @Description(
      "Users who have no photo, all of them, such as those who only like; the most active first.")
  NEVER_POSTED
}
