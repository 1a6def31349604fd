package io.minigram.botdetector.networks;

import java.util.Arrays;

/** A column of ids that grows. */
final class LongColumn {

  private long[] values = new long[1 << 10];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** The values, and room behind them. */
  long[] values() {
    return values;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
