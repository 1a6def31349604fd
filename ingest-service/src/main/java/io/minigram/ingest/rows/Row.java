package io.minigram.ingest.rows;

/** The fields of one row, each read and checked when it is asked for. */
public interface Row {

  /** What the row asks for. */
  ChangeType type();

  /** Where the row starts in the body, from 1. */
  long line();

  /** The bytes of the row as they were sent, shortened to {@link RejectedRow#LONGEST_ORIGINAL}. */
  byte[] original();

  /** A whole number from 1 to 2^63 - 1. */
  long id(Column column) throws RowException;

  /** A text that is not blank and holds no NUL. */
  String text(Column column) throws RowException;

  /** Microseconds since 1970-01-01T00:00Z. */
  long time(Column column) throws RowException;
}
