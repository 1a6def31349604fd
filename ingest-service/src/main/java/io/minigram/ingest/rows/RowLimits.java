package io.minigram.ingest.rows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one row may hold.
 *
 * @param textLength characters of a text
 * @param rowBytes bytes of a whole row
 * @param latest no event is later; microseconds since 1970-01-01T00:00Z
 */
public record RowLimits(int textLength, int rowBytes, long latest) {

  public RowLimits(int textLength, int rowBytes, Instant latest) {
    this(textLength, rowBytes, ChronoUnit.MICROS.between(Instant.EPOCH, latest));
  }

  long checkTime(long micros, String field) throws RowException {
    if (micros > latest) {
      throw new RowException(RejectCode.IN_THE_FUTURE, field + " is in the future");
    }
    return micros;
  }
}
