package io.minigram.insights.calendar;

/**
 * UTC days, since 1970-01-01.
 *
 * @param first null, as the other is, if there is none
 * @param last itself in
 */
record DaySpan(Integer first, Integer last) {

  boolean isEmpty() {
    return first == null;
  }
}
