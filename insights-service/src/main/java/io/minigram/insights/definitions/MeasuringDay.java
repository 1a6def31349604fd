package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.time.LocalDate;

/** The UTC day at which activity rates are measured. */
public final class MeasuringDay {

  public static final String ABOUT =
      "UTC day up to which the days since registration are counted for the rate, such as"
          + " 2025-01-01; activity is always all there is. Accounts registered on that day or later"
          + " have no rate. If left out: the day after the newest event.";

  private static final int LAST_YEAR = 9999;

  private MeasuringDay() {}

  /**
   * Takes the day from a request.
   *
   * @param given null for the day after the newest event
   * @throws RequestException BAD_ARGUMENT if it is not in the years 1 to 9999
   */
  public static LocalDate of(LocalDate given) {
    if (given != null && (given.getYear() < 1 || given.getYear() > LAST_YEAR)) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "measuredOn must be in the years 1 to 9999, got " + given);
    }
    return given;
  }
}
