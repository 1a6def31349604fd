package io.minigram.insights.calendar;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A period of a series in a time zone.
 *
 * @param start what the clock shows, or would show, at its start
 * @param offset of the clock, for a part of a day; otherwise null
 */
record Period(LocalDateTime start, ZoneOffset offset) {

  /** When it begins, in the zone. */
  OffsetDateTime startsAt(ZoneId zone) {
    if (offset == null) {
      return ZonedDateTime.of(start, zone).toOffsetDateTime();
    }
    var rules = zone.getRules();
    var moment = start.toInstant(offset);
    // an hour cut short by a change of the clocks begins with the change
    var begun =
        rules.getOffset(moment).equals(offset) ? moment : rules.nextTransition(moment).getInstant();
    return begun.atOffset(offset);
  }
}
