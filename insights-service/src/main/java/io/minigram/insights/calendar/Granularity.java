package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;

/** How long a period of a series is. */
@Description("How long a period of a series is.")
public enum Granularity {
  @Description("A calendar year, labelled as in 2024.")
  YEAR,
  @Description("A quarter of a calendar year, labelled as in 2024-Q1.")
  QUARTER,
  @Description("A calendar month, labelled as in 2024-01.")
  MONTH
}
