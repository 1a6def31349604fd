package io.minigram.edge.error;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a database that is away from a fault of the service. */
public final class Outage {

  /** What a client is told of it. */
  public static final String MESSAGE = "The database is away; try again in a few seconds";

  private static final List<String> STATES = List.of("08", "53", "57P", "58");

  private static final int DEEPEST_CAUSE = 20;

  private static final String ABORTED = "25P02";
  private static final String CANCELLED = "57014";

  private Outage() {}

  /**
   * Why a statement failed, if one did: UNAVAILABLE if the database is away, TIMED_OUT if it took
   * longer than the role of the service may, INTERNAL otherwise.
   */
  public static Optional<ErrorCode> ofStatement(Throwable failure) {
    if (isBehind(failure)) {
      return Optional.of(ErrorCode.UNAVAILABLE);
    }
    return refusals(failure)
        .map(refused -> refused.getSqlState())
        .map(state -> CANCELLED.equals(state) ? ErrorCode.TIMED_OUT : ErrorCode.INTERNAL)
        .findFirst();
  }

  /** Whether a statement was not run, since another one of its transaction had failed before. */
  public static boolean isAfterAnother(Throwable failure) {
    return refusals(failure).anyMatch(refused -> ABORTED.equals(refused.getSqlState()));
  }

  private static Stream<PgException> refusals(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .filter(PgException.class::isInstance)
        .map(PgException.class::cast);
  }

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
