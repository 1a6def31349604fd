package io.minigram.insights.rolling;

import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Asks how far the roll-ups are. */
@Singleton
class BacklogQueries {

  /**
   * How far the roll-ups are.
   *
   * @param asOf everything committed before this is in
   * @param batches committed batches that are not in
   */
  record State(Instant asOf, long batches) {}

  private final String backlog = SqlFile.read(BacklogQueries.class, "/sql/rolling/backlog.sql");
  private final Pool pool;

  BacklogQueries(Pool pool) {
    this.pool = pool;
  }

  Uni<State> state() {
    return pool.preparedQuery(backlog)
        .execute()
        .map(answer -> answer.iterator().next())
        .map(row -> new State(row.getOffsetDateTime("as_of").toInstant(), row.getLong("batches")));
  }
}
