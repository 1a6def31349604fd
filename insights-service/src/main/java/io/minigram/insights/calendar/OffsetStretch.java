package io.minigram.insights.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time through which a zone keeps its clocks as they are.
 *
 * @param starts its first quarter-hour
 * @param ends the first quarter-hour after it
 */
record OffsetStretch(int starts, int ends, ZoneOffset offset) {

  /**
   * Cuts time where clocks are changed. A quarter-hour belongs to the offset at its start.
   *
   * @param from first quarter-hour
   * @param to first quarter-hour after it
   */
  static List<OffsetStretch> of(int from, int to, ZoneId zone) {
    var rules = zone.getRules();
    var stretches = new ArrayList<OffsetStretch>();
    for (int starts = from; starts < to; ) {
      var moment = QuarterHours.instant(starts);
      var transition = rules.nextTransition(moment);
      int ends = transition == null ? to : Math.min(to, QuarterHours.from(transition.getInstant()));
      stretches.add(new OffsetStretch(starts, ends, rules.getOffset(moment)));
      starts = ends;
    }
    return List.copyOf(stretches);
  }
}
