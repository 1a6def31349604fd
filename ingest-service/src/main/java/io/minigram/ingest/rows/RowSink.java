package io.minigram.ingest.rows;

/** Takes rows while they are read. */
public interface RowSink {

  boolean isFull();

  /** Whether the row goes with those before it; if not, it is the first for the next sink. */
  default boolean fits(Row row) {
    return true;
  }

  /** Takes a row, or refuses it when one of its fields throws. The row is valid during the call. */
  void add(Row row);

  void reject(RejectedRow row);
}
