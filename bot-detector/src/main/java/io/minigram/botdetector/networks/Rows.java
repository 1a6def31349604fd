package io.minigram.botdetector.networks;

import io.minigram.botdetector.scoring.network.Network;
import java.io.Closeable;
import java.io.IOException;

/**
 * The rows of a table, one after the other. Columns are known by their place among those of the
 * {@link Table}, from 0 on.
 */
public interface Rows extends Closeable {

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
