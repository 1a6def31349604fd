package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** Which end of the users, ordered by a measure, to look at. */
@Description("Which end of the users, ordered by a measure, to look at.")
public enum CohortKind {
  @Description(
      "The most active users, less the accounts that are as active as a bot and, by rate, the"
          + " young ones.")
  ACTIVE,
  @Description("The least active users.")
  INACTIVE
}
