package io.minigram.insights.calendar;

/** What {@code insights.calendar} counts events by; its days mostly by stretches. */
enum CalendarUnit {
  MONTH,
  DAY,
  DAY_OF_WEEK,
  HOUR
}
