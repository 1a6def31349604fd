package io.minigram.workbench.network;

import java.io.IOException;

/**
 * One file of a network.
 *
 * @param most how many rows it has at most; draws that are left out make it fewer
 */
record NetworkTable(String file, String header, long most, Rows rows) {

  @FunctionalInterface
  interface Rows {

    void write(RowWriter out) throws IOException;
  }
}
