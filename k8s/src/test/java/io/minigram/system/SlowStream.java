package io.minigram.system;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A body that comes in pieces, so that something can happen in the midst of it. */
final class SlowStream extends FilterInputStream {

  private final int piece;
  private final Duration pause;

  /**
   * @param piece bytes that come at once
   * @param pause before each of them
   */
  SlowStream(InputStream in, int piece, Duration pause) {
    super(in);
    this.piece = piece;
    this.pause = pause;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    LockSupport.parkNanos(pause.toNanos());
    return super.read(into, offset, Math.min(length, piece));
  }
}
