package io.minigram.insights.calendar;

/**
 * Which periods of a time line are shown: all of the range that is given; where an end is not
 * given, from the first with an event, or to the last.
 *
 * @param first number of a period; after the last if none is shown
 * @param last itself shown
 */
record Shown(int first, int last) {

  static Shown of(TimeRange range, long[] events) {
    int first = 0;
    int last = events.length - 1;
    if (range.from() == null) {
      while (first <= last && events[first] == 0) {
        first++;
      }
    }
    if (range.to() == null) {
      while (last >= first && events[last] == 0) {
        last--;
      }
    }
    return new Shown(first, last);
  }

  boolean isNothing() {
    return first > last;
  }
}
