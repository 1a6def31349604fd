package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** What users are ordered by. */
@Description("What users are ordered by.")
public enum Measure {
  @Description("Photos + likes given + comments made + accounts followed.")
  ACTIVITY,
  @Description("Activity / days since registration, at the measuring day.")
  RATE
}
