package io.minigram.workbench.bench.detection;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Numbers {

  private int[] values = new int[1 << 10];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int get(int place) {
    return values[place];
  }

  void set(int place, int value) {
    values[place] = value;
  }

  int size() {
    return size;
  }

  void shorten(int newSize) {
    size = newSize;
  }
}
