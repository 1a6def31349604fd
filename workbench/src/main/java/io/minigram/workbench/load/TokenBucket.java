package io.minigram.workbench.load;

/**
 * Lets so many rows a second through. What was not sent in time may be made up for later, but not
 * more than a second of it. Not safe to be used by several threads.
 */
public final class TokenBucket {

  private static final long CAPACITY_NANOS = 1_000_000_000;

  private final double nanosPerRow;
  private double due;

  /**
   * @param rowsPerSecond above 0
   * @param now nanoseconds of a clock that only goes forward, at which the first row is due
   */
  public TokenBucket(long rowsPerSecond, long now) {
    if (rowsPerSecond < 1) {
      throw new IllegalArgumentException("At least one row a second, not " + rowsPerSecond);
    }
    this.nanosPerRow = 1e9 / rowsPerSecond;
    this.due = now;
  }

  /**
   * Takes so many rows.
   *
   * @return nanoseconds to wait before they may go
   */
  public long take(long rows, long now) {
    due = Math.max(due, now - CAPACITY_NANOS);
    long wait = Math.max(0, Math.round(due - now));
    due += rows * nanosPerRow;
    return wait;
  }
}
