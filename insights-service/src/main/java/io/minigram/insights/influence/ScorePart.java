package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;

/** What an influence score is made of. */
@Description("What an influence score is made of, such as REACH.")
public enum ScorePart {
  @Description(
      "How many follow the account: the benchmark is a tenth of all users, such as 500 of 5,000.")
  REACH,
  @Description(
      "How many follow the account for each that it follows: the benchmark is 1, as many as it"
          + " follows.")
  ATTENTION,
  @Description(
      "Likes + 1.5 × comments a photo of the account: the benchmark is the mean of the network's"
          + " photos, such as 37.9.")
  ENGAGEMENT
}
