package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;

/** Which influencers come first. */
@Description("Which influencers come first, such as SCORE for the most influential.")
public enum InfluencerOrder {
  @Description("Those whom most follow, such as 600 users.")
  FOLLOWERS,
  @Description("Those with the highest influence score, such as 79 of 100.")
  SCORE
}
