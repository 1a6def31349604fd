package io.minigram.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a body that is being looked at: the bytes from the start of the current row to the
 * last byte read. Positions count from the start of the row, and stay what they are when more is
 * read.
 */
final class ByteWindow {

  private static final int FIRST_SIZE = 64 * 1024;

  private final InputStream body;
  private final int longest;
  private final BodyDigest digest;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int start;
  private int end;
  // up to where the digest has taken the bytes in
  private int digested;
  private boolean ended;

  /**
   * @param longest bytes of the longest row
   * @param digest is fed with what lies behind
   */
  ByteWindow(InputStream body, int longest, BodyDigest digest) {
    this.body = body;
    this.longest = longest;
    this.digest = digest;
  }

  /** Where {@link #offset} 0 is the start of the current row. */
  byte[] bytes() {
    return bytes;
  }

  /** The place of a position in {@link #bytes()}; good until more is read. */
  int offset(int position) {
    return start + position;
  }

  /** How many bytes of the current row, and after it, there are. */
  int length() {
    return end - start;
  }

  /** Reads on; false if the body has ended, or the row is longer than it may be. */
  boolean readMore() throws IOException {
    if (ended || length() >= longest) {
      return false;
    }
    if (end == bytes.length) {
      makeRoom();
    }
    int count = body.read(bytes, end, Math.min(bytes.length - end, longest - length()));
    ended = count < 0;
    end += Math.max(count, 0);
    return count > 0 || !ended && readMore();
  }

  /** Whether there is nothing more to read. */
  boolean hasEnded() {
    return ended;
  }

  /** Makes the byte at the position the first of the next row. */
  void advance(int position) {
    start += position;
  }

  /** Where the first line feed or carriage return is, from a position on; -1 if none was read. */
  int lineEnd(int from) {
    for (int i = start + from; i < end; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return i - start;
      }
    }
    return -1;
  }

  /** The digest of the body up to a position of the current row. */
  byte[] digest(int position) {
    digestTo(start + position);
    return digest.value();
  }

  private void digestTo(int place) {
    digest.update(bytes, digested, place - digested);
    digested = place;
  }

  private void makeRoom() {
    if (start > 0) {
      digestTo(Math.max(start, digested));
      System.arraycopy(bytes, start, bytes, 0, length());
      end -= start;
      digested -= start;
      start = 0;
    } else {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
