package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;

/** What is compared with the one before it. */
@Description("What is compared with the one before it, such as YEAR.")
public enum GrowthPeriod {
  @Description("A calendar year with the year before.")
  YEAR(Granularity.YEAR),
  @Description("A quarter of a calendar year with the quarter before.")
  QUARTER(Granularity.QUARTER),
  @Description("A calendar month with the month before.")
  MONTH(Granularity.MONTH);

  private final Granularity granularity;

  GrowthPeriod(Granularity granularity) {
    this.granularity = granularity;
  }

  Granularity granularity() {
    return granularity;
  }
}
