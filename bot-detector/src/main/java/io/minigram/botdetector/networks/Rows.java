package io.minigram.botdetector.networks;

import io.minigram.botdetector.scoring.Network;
import java.io.Closeable;
import java.io.IOException;

/**
 * The rows of a table, one after the other. Columns are known by their place among those of the
 * {@link Table}, from 0 on.
 */
public interface Rows extends Closeable {

  /** A table without rows. */
  static Rows none() {
    return new Rows() {
      @Override
      public boolean next() {
        return false;
      }

      @Override
      public long number(int column) {
        throw new IllegalStateException("There is no row");
      }

      @Override
      public int second(int column) {
        throw new IllegalStateException("There is no row");
      }

      @Override
      public String text(int column) {
        throw new IllegalStateException("There is no row");
      }

      @Override
      public void close() {}
    };
  }

  /** Goes to the next row; false if there is none. */
  boolean next() throws IOException;

  /**
   * An id.
   *
   * @throws IOException if there is none
   */
  long number(int column) throws IOException;

  /**
   * A moment.
   *
   * @return seconds since {@link Network#EPOCH}; fractions are left out
   * @throws IOException if there is none, or none between 1932 and 2068
   */
  int second(int column) throws IOException;

  String text(int column) throws IOException;
}
