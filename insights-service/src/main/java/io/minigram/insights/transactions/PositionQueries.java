package io.minigram.insights.transactions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Waits for the roll-ups to come as far as a caller has written. */
@Singleton
class PositionQueries {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final String isReached =
      SqlFile.read(PositionQueries.class, "/sql/versions/is_reached.sql");
  private final Pool pool;
  private final ReadingConfig config;

  PositionQueries(Pool pool, ReadingConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Ends when the position is reached; fails with NOT_YET if that takes too long. */
  Uni<Void> await(Position position) {
    var arguments = Tuple.of(Long.toString(position.transaction()));
    return Uni.createFrom()
        .deferred(() -> pool.preparedQuery(isReached).execute(arguments))
        .map(answer -> answer.iterator().next().getBoolean("is_reached"))
        .repeat()
        .withDelay(PAUSE)
        .indefinitely()
        .select()
        .where(reached -> reached)
        .toUni()
        .replaceWithVoid()
        .ifNoItem()
        .after(config.patience())
        .failWith(
            () ->
                RequestException.later(
                    ErrorCode.NOT_YET,
                    "What was written at this position is not in the answers yet; ask again soon",
                    AGAIN));
  }
}
