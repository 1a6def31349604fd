package io.minigram.ingest.rows;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A row that was refused.
 *
 * @param line where the row starts in the body, from 1
 * @param original its bytes as they were sent, so that it can be mended and sent again
 * @param userIds the accounts that it is about, as far as they could be read: what was sent goes
 *     when one of them goes
 * @param photoIds the photos that it is about, likewise
 */
public record RejectedRow(
    long line, RejectCode code, String reason, byte[] original, long[] userIds, long[] photoIds) {

  /** A longer row is cut: somebody who sends books as comments will know where to find them. */
  static final int LONGEST_ORIGINAL = 64 * 1024;

  private static final long[] NOBODY = {};

  /** A row of which nobody knows whom it is about. */
  public static RejectedRow unread(long line, RejectCode code, String reason, byte[] original) {
    return new RejectedRow(line, code, reason, original, NOBODY, NOBODY);
  }

  /** A row that had nothing but an id. */
  public static RejectedRow withoutText(long line, RowException refused) {
    return unread(line, refused.code(), refused.getMessage(), new byte[0]);
  }

  /** A row that was read, at least in part. */
  public static RejectedRow of(Row row, RowException refused) {
    return new RejectedRow(
        row.line(),
        refused.code(),
        refused.getMessage(),
        row.original(),
        mentioned(row, Reference.Target.USER),
        mentioned(row, Reference.Target.PHOTO));
  }

  private static long[] mentioned(Row row, Reference.Target target) {
    return row.type().columnsNaming(target).stream()
        .flatMapToLong(
            column -> {
              try {
                return LongStream.of(row.id(column));
              } catch (RowException unreadable) {
                return LongStream.empty();
              }
            })
        .toArray();
  }

  static byte[] original(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_ORIGINAL));
  }
}
