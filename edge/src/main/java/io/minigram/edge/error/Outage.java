package io.minigram.edge.error;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;

/** Tells a database that is away from a fault of the service. */
public final class Outage {

  /** What a client is told of it. */
  public static final String MESSAGE = "The database is away; try again in a few seconds";

  private static final List<String> STATES = List.of("08", "53", "57P", "58");

  private static final int DEEPEST_CAUSE = 20;

  private Outage() {}

  /** Whether the failure comes of a database that is away, and is over when it is back. */
  public static boolean isBehind(Throwable failure) {
    var cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (isOutage(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isOutage(Throwable failure) {
    if (failure instanceof PgException refused) {
      return isOutage(refused.getSqlState());
    }
    return failure instanceof SocketException
        || failure instanceof UnknownHostException
        || failure instanceof ClosedChannelException
        || failure instanceof ClosedConnectionException
        || isTimeoutOfThePool(failure);
  }

  /** The reactive pool has no type of its own for it. */
  private static boolean isTimeoutOfThePool(Throwable failure) {
    return failure instanceof VertxException
            && "Timeout waiting for connection".equals(failure.getMessage())
        || failure instanceof NoStackTraceThrowable && "Timeout".equals(failure.getMessage());
  }

  /**
   * Whether PostgreSQL says that it is away: connection, resources, operator intervention, its
   * disk. A statement that was cancelled is none of these.
   */
  public static boolean isOutage(String sqlState) {
    return sqlState != null && STATES.stream().anyMatch(sqlState::startsWith);
  }
}
