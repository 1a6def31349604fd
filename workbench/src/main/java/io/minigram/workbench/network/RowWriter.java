package io.minigram.workbench.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Writes CSV rows as bytes without making objects. Text must not need quoting: no comma, no quote,
 * no line break.
 */
final class RowWriter implements Closeable {

  private static final int CAPACITY = 1 << 17;
  private static final int LONGEST_ROW = 1 << 10;
  private static final int LONGEST_NUMBER = 20;

  private final OutputStream out;
  private final Timeline timeline;
  private final LongConsumer onRows;
  private final byte[] buffer = new byte[CAPACITY];
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private int length;
  private int rowStart;
  private long rows;
  private long reportedRows;

  /**
   * @param onRows told now and then how many rows were written since the last time
   */
  RowWriter(OutputStream out, Timeline timeline, LongConsumer onRows) {
    this.out = out;
    this.timeline = timeline;
    this.onRows = onRows;
  }

  void header(String header) {
    append(header.getBytes(StandardCharsets.UTF_8));
    buffer[length++] = '\n';
    rowStart = length;
  }

  /** Begins a field that consists of several parts; append them. */
  RowWriter field() {
    if (length > rowStart) {
      buffer[length++] = ',';
    }
    return this;
  }

  RowWriter number(long number) {
    return field().append(number);
  }

  RowWriter text(byte[] text) {
    return field().append(text);
  }

  /** The moment, in seconds since the start of the network's time. */
  RowWriter time(int second) {
    field();
    timeline.write(second, buffer, length);
    length += Timeline.WIDTH;
    return this;
  }

  RowWriter append(byte[] part) {
    System.arraycopy(part, 0, buffer, length, part.length);
    length += part.length;
    return this;
  }

  RowWriter append(byte part) {
    buffer[length++] = part;
    return this;
  }

  /**
   * @param number not negative
   */
  RowWriter append(long number) {
    int at = digits.length;
    long rest = number;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    System.arraycopy(digits, at, buffer, length, digits.length - at);
    length += digits.length - at;
    return this;
  }

  void end() throws IOException {
    buffer[length++] = '\n';
    rows++;
    if (length > CAPACITY - LONGEST_ROW) {
      flush();
    }
    rowStart = length;
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("Writing was given up");
    }
    out.write(buffer, 0, length);
    length = 0;
    onRows.accept(rows - reportedRows);
    reportedRows = rows;
  }
}
