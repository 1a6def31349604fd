package io.minigram.insights.calendar;

/** What {@code insights.calendar} counts events by; its days are asked for otherwise. */
enum CalendarUnit {
  MONTH,
  DAY_OF_WEEK,
  HOUR
}
