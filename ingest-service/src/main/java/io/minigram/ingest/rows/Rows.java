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

  /** How the rows of a body are written. */
  enum Format {
    /** RFC 4180, with a header. */
    CSV,
    /** One JSON object a line. */
    NDJSON
  }

  /**
   * Begins to read.
   *
   * @throws RequestException BAD_HEADER if the first line of a CSV file does not name the kind's
   *     columns
   */
  static Rows of(Format format, ImportKind kind, InputStream body, RowLimits limits)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvRows(kind, body, limits);
      case NDJSON -> new NdjsonRows(kind, body, limits);
    };
  }
}
