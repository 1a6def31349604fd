package io.minigram.workbench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts CSV into bodies of some rows that can be imported one by one, each with the header. */
final class CsvChunks implements AutoCloseable {

  /** What is longer is no row, but a quote that was never closed. */
  private static final int LONGEST_ROW = 1 << 20;

  private static final int END = -1;

  private final InputStream in;
  private final int rows;
  private final byte[] header;
  private long lines;

  /**
   * @param in closed with this
   * @param rows of a chunk, the last one may have fewer
   */
  CsvChunks(InputStream in, int rows) throws IOException {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.rows = rows;
    var first = new ByteArrayOutputStream();
    copyRow(first);
    this.header = first.toByteArray();
    this.lines = 0;
  }

  /**
   * A body.
   *
   * @param rows without the header
   * @param linesBefore lines of the file between its header and this chunk's first row
   */
  record Chunk(byte[] body, int rows, long linesBefore) {}

  /** The next one; empty at the end. */
  Optional<Chunk> next() throws IOException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(header);
    long before = lines;
    int taken = 0;
    while (taken < rows && copyRow(body)) {
      taken++;
    }
    return taken == 0
        ? Optional.empty()
        : Optional.of(new Chunk(body.toByteArray(), taken, before));
  }

  /** Up to the end of a line that no quotes are around; false if there is nothing left. */
  private boolean copyRow(ByteArrayOutputStream out) throws IOException {
    boolean quoted = false;
    int length = 0;
    for (int c = in.read(); c != END; c = in.read()) {
      out.write(c);
      length++;
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n') {
        lines++;
        if (!quoted || length > LONGEST_ROW) {
          return true;
        }
      }
    }
    return length > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
