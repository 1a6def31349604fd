package io.minigram.workbench.network;

import java.io.IOException;

/**
 * One file of a network.
 *
 * @param most how many rows it has at most; draws that are left out make it fewer
 */
record NetworkTable(String file, String header, long most, Rows rows) {

  private static final int LEAST_DATED_ROW = "1,1,2014-01-01 00:00:00\n".length();
  private static final int LEAST_ROW = "1\n".length();

  /** A guess from below at the size of the file. */
  long leastBytes() {
    return most * (header.contains("created_at") ? LEAST_DATED_ROW : LEAST_ROW);
  }

  @FunctionalInterface
  interface Rows {

    void write(RowWriter out) throws IOException;
  }
}
