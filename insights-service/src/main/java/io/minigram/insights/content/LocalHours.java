package io.minigram.insights.content;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * The hours of the day in a time zone, told in quarter-hours: what happens in one counts at its
 * start.
 *
 * @param zone an IANA time zone
 * @param from from which quarter-hours on since 1970-01-01 UTC an offset holds, ascending; the
 *     first is before everything
 * @param ahead by how many quarter-hours the clocks are ahead of UTC from then on
 */
record LocalHours(ZoneId zone, Integer[] from, Integer[] ahead) {

  static final String UTC = "UTC";

  private static final int SECONDS = 900;
  private static final int A_DAY = 96;
  private static final int AN_HOUR = 4;

  /** Nothing of a network is older or, by its service's clock, newer. */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  /**
   * Takes the time zone from a request.
   *
   * @throws RequestException BAD_ARGUMENT if there is none of this name
   */
  static LocalHours in(String zone) {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "timeZone must be the name of an IANA time zone, such as Europe/Berlin, got " + zone);
    }
    var id = ZoneId.of(zone);
    var rules = id.getRules();
    var from = new ArrayList<Integer>();
    var ahead = new ArrayList<Integer>();
    from.add(Integer.MIN_VALUE);
    ahead.add(ahead(rules, FIRST));
    for (var next = rules.nextTransition(FIRST);
        next != null && next.getInstant().isBefore(LAST);
        next = rules.nextTransition(next.getInstant())) {
      from.add((int) -Math.floorDiv(-next.toEpochSecond(), SECONDS));
      ahead.add(ahead(rules, next.getInstant()));
    }
    return new LocalHours(id, from.toArray(Integer[]::new), ahead.toArray(Integer[]::new));
  }

  /** Whether the zone's hours are those of UTC, at any time. */
  boolean isUtc() {
    return zone.getRules().isFixedOffset()
        && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
  }

  /** The hour of the day at a time, 0 to 23. */
  int hour(OffsetDateTime time) {
    int quarterHour = (int) Math.floorDiv(time.toEpochSecond(), SECONDS);
    int found = Arrays.binarySearch(from, quarterHour);
    int offset = ahead[found >= 0 ? found : -found - 2];
    return Math.floorMod(quarterHour + offset, A_DAY) / AN_HOUR;
  }

  // an offset that is no whole number of quarter-hours leads to the same hour as its whole part
  private static int ahead(ZoneRules rules, Instant instant) {
    return Math.floorDiv(rules.getOffset(instant).getTotalSeconds(), SECONDS);
  }
}
