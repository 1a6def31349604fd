package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** A day of the week, as the GraphQL schema has it: it takes no enum of the JDK. */
@Description("A day of the week, such as MONDAY.")
public enum Weekday {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY;

  /** The day with this ISO 8601 number: 1 is Monday, 7 is Sunday. */
  static Weekday ofIso(int number) {
    return values()[number - 1];
  }
}
