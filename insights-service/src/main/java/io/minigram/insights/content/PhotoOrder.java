package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;

/** What comes first in a list of photos; of equal ones, the lower id. */
@Description(
    "What comes first in a list of photos, such as LIKES for the most liked one; of equal ones,"
        + " the lower id.")
public enum PhotoOrder {
  @Description("The most engaged, such as 7 before 6: likes + commentWeight × comments.")
  ENGAGEMENT,
  @Description("The most liked, such as 4 likes before 3.")
  LIKES,
  @Description("The most commented, such as 2 comments before 1.")
  COMMENTS,
  @Description("The newest, such as one of today before one of yesterday.")
  NEWEST
}
