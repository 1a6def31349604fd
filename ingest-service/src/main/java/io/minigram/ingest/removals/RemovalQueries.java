package io.minigram.ingest.removals;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what was removed. */
@ApplicationScoped
class RemovalQueries {

  private final Pool pool;
  private final String getRemoval = SqlFile.read(getClass(), "/sql/removals/get_removal.sql");

  RemovalQueries(Pool pool) {
    this.pool = pool;
  }

  /** NOT_FOUND if nobody has asked for it. */
  Uni<Removal> get(RemovalTarget target, long id) {
    return pool.preparedQuery(getRemoval)
        .execute(Tuple.of(target.name(), id))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw RequestException.of(
                    ErrorCode.NOT_FOUND, "Nobody has asked for the removal of this");
              }
              return removal(target, id, rows.iterator().next());
            });
  }

  private static Removal removal(RemovalTarget target, long id, Row row) {
    var finished = row.getOffsetDateTime(1);
    return new Removal(
        target,
        Long.toString(id),
        finished == null ? RemovalState.SWEEPING : RemovalState.DONE,
        row.getOffsetDateTime(0),
        finished);
  }
}
