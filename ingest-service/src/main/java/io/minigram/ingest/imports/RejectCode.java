package io.minigram.ingest.imports;

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
  /** A text holds NUL or is not UTF-8. */
  BAD_TEXT,
  /** A text is longer than the limit. */
  TOO_LONG,
  /** From here on the file is not CSV; nothing after this line was read. */
  MALFORMED,
  /** Somebody follows himself. */
  SELF_FOLLOW,
  UNKNOWN_USER,
  UNKNOWN_PHOTO,
  UNKNOWN_TAG
}
