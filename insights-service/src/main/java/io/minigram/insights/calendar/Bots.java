package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;

/** What becomes of the events by suspected bots. */
@Description("What becomes of the events by suspected bots, such as EXCLUDE.")
public enum Bots {
  @Description("They count like everybody's.")
  INCLUDE,
  @Description("They are left out.")
  EXCLUDE,
  @Description("Only they count.")
  ONLY
}
