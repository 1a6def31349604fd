package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time zone whose clocks and calendar count.
 *
 * @param id one of the IANA database
 */
public record TimeZone(ZoneId id) {

  public static final String UTC = "UTC";

  public static final String ABOUT =
      "Time zone whose clocks and calendar count: a name of the IANA database, such as"
          + " Asia/Kolkata.";

  /**
   * Takes the zone from a request.
   *
   * @throws RequestException BAD_ARGUMENT if there is no such name; an offset such as +05:30 is
   *     none
   */
  public static TimeZone of(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "timeZone must be a name of the IANA database, such as Europe/Berlin or UTC, got \""
              + name
              + "\"");
    }
    return new TimeZone(ZoneId.of(name));
  }

  /** Whether it is UTC by any name. */
  public boolean isUtc() {
    return id.normalized().equals(ZoneOffset.UTC);
  }
}
