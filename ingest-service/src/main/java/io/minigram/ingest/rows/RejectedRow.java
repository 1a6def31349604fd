package io.minigram.ingest.rows;

import java.util.Arrays;

/**
 * A row that was refused.
 *
 * @param line where the row starts in the body, from 1
 * @param original its bytes as they were sent, so that it can be mended and sent again
 */
public record RejectedRow(long line, RejectCode code, String reason, byte[] original) {

  /** A longer row is cut: somebody who sends books as comments will know where to find them. */
  static final int LONGEST_ORIGINAL = 64 * 1024;

  static byte[] original(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_ORIGINAL));
  }
}
