package io.minigram.botdetector.transactions;

import io.minigram.botdetector.networks.Rows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a binary COPY. A message of the server is one row; the first one begins with a
 * header, and a row of -1 fields is the last. PostgreSQL counts microseconds from the same moment
 * from which networks count seconds.
 */
final class CopiedRows implements Rows {

  private static final int SIGNATURE_AND_FLAGS = 15;
  private static final long MICROSECONDS = 1_000_000;

  private final CopyOut copy;
  private ByteBuffer row;
  private int[] starts = new int[0];
  private boolean begun;

  CopiedRows(CopyOut copy) {
    this.copy = copy;
  }

  @Override
  public boolean next() throws IOException {
    row = message();
    if (row != null && !begun) {
      begun = true;
      row.position(SIGNATURE_AND_FLAGS);
      int extension = row.getInt();
      row.position(row.position() + extension);
      if (!row.hasRemaining()) {
        row = message();
      }
    }
    if (row == null) {
      return false;
    }
    int fields = row.getShort();
    if (fields < 0) {
      // The server has more to say, or the connection could not be used for anything else.
      row = message();
      return false;
    }
    if (starts.length != fields) {
      starts = new int[fields];
    }
    for (int field = 0; field < fields; field++) {
      starts[field] = row.position();
      int length = row.getInt();
      if (length < 0) {
        throw new IOException("A column is null");
      }
      row.position(row.position() + length);
    }
    return true;
  }

  private ByteBuffer message() throws IOException {
    try {
      var bytes = copy.readFromCopy();
      return bytes == null ? null : ByteBuffer.wrap(bytes);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public long number(int column) throws IOException {
    return eightBytes(column);
  }

  @Override
  public int second(int column) throws IOException {
    try {
      return Math.toIntExact(Math.floorDiv(eightBytes(column), MICROSECONDS));
    } catch (ArithmeticException e) {
      throw new IOException("A moment is not between 1932 and 2068", e);
    }
  }

  private long eightBytes(int column) throws IOException {
    if (row.getInt(starts[column]) != Long.BYTES) {
      throw new IOException("Column %d has no 8 bytes".formatted(column + 1));
    }
    return row.getLong(starts[column] + Integer.BYTES);
  }

  @Override
  public String text(int column) {
    int length = row.getInt(starts[column]);
    return new String(row.array(), starts[column] + Integer.BYTES, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
