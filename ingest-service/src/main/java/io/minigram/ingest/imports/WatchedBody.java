package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that another thread can break off, also while its reader waits for more; and that is
 * broken off if it comes too slowly. What counts is the time spent waiting for it: its reader may
 * take as long as it likes in between.
 */
final class WatchedBody extends InputStream {

  private final InputStream body;
  private final Duration patience;
  private final long leastBytes;
  private final LongSupplier nanoTime;

  // all guarded by this, which is never held while waiting
  private Thread reader;
  private long readSince;
  private long waited;
  private long windowFrom;
  private long windowBytes;
  private RequestException broken;
  private Runnable whenClosed = () -> {};

  /**
   * @param leastBytes that must arrive in each window of patience
   */
  WatchedBody(InputStream body, Duration patience, long leastBytes, LongSupplier nanoTime) {
    this.body = body;
    this.patience = patience;
    this.leastBytes = leastBytes;
    this.nanoTime = nanoTime;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws RequestException what it was broken off with, TOO_SLOW if it came too slowly
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    begin();
    try {
      count = body.read(into, offset, length);
      return count;
    } catch (InterruptedIOException e) {
      throw whyInterrupted(e);
    } finally {
      end(count);
    }
  }

  /** Every read fails with this from now on; one that waits stops waiting. */
  synchronized void breakOff(RequestException why) {
    if (broken == null) {
      broken = why;
      if (reader != null) {
        reader.interrupt();
      }
    }
  }

  void onClose(Runnable action) {
    whenClosed = action;
  }

  /** Ends the watch; whoever gave the body closes it. */
  @Override
  public void close() {
    whenClosed.run();
  }

  /** To be called again and again: breaks the body off if it comes too slowly. */
  synchronized void check() {
    long waiting = reader == null ? 0 : nanoTime.getAsLong() - readSince;
    if (waiting >= patience.toNanos()) {
      breakOff(tooSlow("Nothing came for %s".formatted(seconds())));
    } else if (waited - windowFrom >= patience.toNanos()) {
      // Only what came ends a window, so that who sends nothing more is always told just that.
      if (windowBytes < leastBytes) {
        breakOff(
            tooSlow("%,d bytes came in %s of waiting for them".formatted(windowBytes, seconds())));
      }
      windowFrom = waited;
      windowBytes = 0;
    }
  }

  private synchronized void begin() {
    if (broken != null) {
      throw broken;
    }
    reader = Thread.currentThread();
    readSince = nanoTime.getAsLong();
  }

  private synchronized void end(int count) {
    reader = null;
    waited += nanoTime.getAsLong() - readSince;
    windowBytes += Math.max(count, 0);
    if (broken != null) {
      // the interruption was meant for the read, which may have returned without noticing
      Thread.interrupted();
    }
  }

  private synchronized IOException whyInterrupted(InterruptedIOException interrupted) {
    if (broken != null) {
      throw broken;
    }
    return interrupted;
  }

  private RequestException tooSlow(String what) {
    return RequestException.of(
        ErrorCode.TOO_SLOW,
        "%s; at least %,d bytes are expected in each %s".formatted(what, leastBytes, seconds()));
  }

  private String seconds() {
    return "%s s".formatted(patience.toMillis() / 1000.0).replace(".0 s", " s");
  }
}
