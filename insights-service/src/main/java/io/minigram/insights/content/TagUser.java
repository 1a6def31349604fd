package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;

/** Whose photos to look at. */
@Description("Whose photos to look at.")
public enum TagUser {
  @Description("The influencers'.")
  INFLUENCERS,
  @Description("Everyone else's.")
  OTHERS
}
