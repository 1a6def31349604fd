package io.minigram.ingest.transactions;

import io.minigram.edge.error.Outage;
import java.sql.SQLException;
import java.util.Set;

/** PostgreSQL has refused a statement, or is away. */
public final class DatabaseException extends RuntimeException {

  private static final Set<String> DEADLOCKS = Set.of("40P01", "40001");
  private static final String DUPLICATE_KEY = "23505";

  /** No such schema, table or column: the migrations are still to come. */
  private static final Set<String> NOT_MIGRATED = Set.of("3F000", "42P01", "42703");

  private static final String EXHAUSTED = "2200H";

  private final String state;

  DatabaseException(SQLException cause) {
    super("PostgreSQL: SQLSTATE " + cause.getSQLState(), cause);
    this.state = cause.getSQLState();
  }

  /** Whether two transactions stood in each other's way, so that the same one may pass now. */
  boolean isDeadlock() {
    return state != null && DEADLOCKS.contains(state);
  }

  /** Whether a key was there already. */
  public boolean isDuplicateKey() {
    return DUPLICATE_KEY.equals(state);
  }

  /** Whether a sequence has no number left. */
  public boolean isExhausted() {
    return EXHAUSTED.equals(state);
  }

  /** Whether PostgreSQL is down or full, cannot be reached, or has not been migrated yet. */
  boolean isAway() {
    return state == null || Outage.isOutage(state) || NOT_MIGRATED.contains(state);
  }
}
