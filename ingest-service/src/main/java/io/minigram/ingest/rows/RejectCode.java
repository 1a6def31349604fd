package io.minigram.ingest.rows;

import org.eclipse.microprofile.graphql.Description;

/** Why one row was refused while the rest went in. */
@Description("Why one row of an import was refused while the rest went in.")
public enum RejectCode {
  /** The row has more or fewer fields than the header. */
  FIELD_COUNT,
  /** A field is empty. */
  MISSING_VALUE,
  /** An id is not a whole number from 1 to 2^63 - 1. */
  BAD_ID,
  /** A time cannot be understood. */
  BAD_TIME,
  /** A time is more than a day ahead of the service's clock. */
  IN_THE_FUTURE,
  /** A text holds NUL or is not UTF-8. */
  BAD_TEXT,
  /** A text, or the whole row, is longer than the limit. */
  TOO_LONG,
  /** A JSON object has a field that its table or event does not have. */
  UNKNOWN_FIELD,
  /** A JSON value is of another type than its field. */
  WRONG_TYPE,
  /** The line is not CSV, or not one JSON object; reading went on with the next line. */
  MALFORMED,
  /** An event is of no type that there is. */
  UNKNOWN_TYPE,
  /** The sender lacks the role that the event takes. */
  NOT_ALLOWED,
  /** Somebody follows himself. */
  SELF_FOLLOW,
  UNKNOWN_USER,
  UNKNOWN_PHOTO,
  UNKNOWN_TAG,
  /** The account or photo was removed, and does not come back. */
  ERASED
}
