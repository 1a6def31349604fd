package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** What users are ordered by. */
@Description("What users are ordered by, such as RATE.")
public enum Measure {
  @Description("Photos + likes given + comments made + accounts followed, such as 223.")
  ACTIVITY,
  @Description("Activity / days since registration, at the measuring day, such as 0.85.")
  RATE
}
