package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;

/** Whose photos to look at. */
@Description("Whose photos to look at, such as the influencers'.")
public enum TagUser {
  @Description("The influencers', such as 675 photos of 135 accounts.")
  INFLUENCERS,
  @Description("Everyone else's, such as 24,325 photos.")
  OTHERS
}
