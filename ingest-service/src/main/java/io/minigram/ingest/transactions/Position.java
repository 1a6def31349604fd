package io.minigram.ingest.transactions;

/**
 * From when on something written can be read by whoever follows the facts. It is reached when all
 * batches whose {@code facts.batch.xid} is at most this number are rolled up; whether there are
 * others to come is told by {@code pg_snapshot_xmin(pg_current_snapshot())}, which is greater then.
 *
 * @param transaction PostgreSQL's number of a transaction that has ended, or is about to; positive
 */
public record Position(long transaction) {

  private static final String MARK = "p";

  /** As clients get it: {@code p} and the number in lower-case base 36, such as {@code p2s1k}. */
  public String text() {
    return MARK + Long.toString(transaction, Character.MAX_RADIX);
  }

  /** The later of two: what can be read at either can be read at it. */
  public Position or(Position other) {
    return other.transaction > transaction ? other : this;
  }
}
