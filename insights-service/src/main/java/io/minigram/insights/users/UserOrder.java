package io.minigram.insights.users;

import org.eclipse.microprofile.graphql.Description;

/** Which users come first. */
@Description("Which users come first, such as OLDEST for the longest registered.")
public enum UserOrder {
  @Description("Those who did most: photos, likes, comments and follows, such as 1,950 things.")
  ACTIVITY,
  @Description(
      "Those with most activity a day since registration, such as 22.37; only users who"
          + " have a rate.")
  RATE,
  @Description("Those whom most follow, such as 600 users.")
  FOLLOWERS,
  @Description("Those who registered last, such as yesterday.")
  NEWEST,
  @Description("Those who registered first, such as on 2014-01-01.")
  OLDEST
}
