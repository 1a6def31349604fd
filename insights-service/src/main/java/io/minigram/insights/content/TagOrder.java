package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;

/** What comes first in a list of tags; of equal ones, the one with the lower id. */
@Description(
    "What comes first in a list of tags, such as LIKES for the most liked one; of equal ones, the"
        + " one with the lower id.")
public enum TagOrder {
  @Description("The most used, such as 3 uses before 2.")
  USES,
  @Description("The one whose photos are liked most, such as 4 likes before 3.")
  LIKES
}
