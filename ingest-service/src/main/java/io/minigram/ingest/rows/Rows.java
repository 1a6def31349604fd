package io.minigram.ingest.rows;

import io.minigram.edge.error.RequestException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an import, read row by row and never held as a whole. */
public interface Rows {

  /**
   * Hands rows to the sink until it is full or the body ends. A row that cannot be read is handed
   * over as a refused one, and reading goes on with the line after it.
   *
   * @return false once the body has ended
   * @throws IOException if the body breaks off
   * @throws RequestException TOO_LARGE, if the body is larger than it may be
   */
  boolean fill(RowSink sink) throws IOException;

  /** SHA-256 of the body up to the end of the last row that was handed over. */
  byte[] digest();

  /** How the rows of a body are written. */
  enum Format {
    /** RFC 4180, with a header. */
    CSV,
    /** One JSON object a line. */
    NDJSON
  }

  /**
   * Begins to read rows of one table.
   *
   * @param digest is fed with the body while it is read
   * @throws RequestException BAD_HEADER if the first line of a CSV file does not name the table's
   *     columns
   */
  static Rows of(
      Format format, FactTable table, InputStream body, RowLimits limits, BodyDigest digest)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvRows(table, body, limits, digest);
      case NDJSON -> NdjsonRows.of(table, body, limits, digest);
    };
  }

  /** Begins to read events of all types, one JSON object with a {@code type} a line. */
  static Rows events(InputStream body, RowLimits limits, BodyDigest digest) {
    return NdjsonRows.events(body, limits, digest);
  }
}
