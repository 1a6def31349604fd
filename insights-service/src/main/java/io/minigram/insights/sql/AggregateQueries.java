package io.minigram.insights.sql;

import io.minigram.edge.sql.SqlFile;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/** Runs the packed statements that answer questions, on the snapshot of the operation. */
public abstract class AggregateQueries {

  private final Snapshots snapshots;

  protected AggregateQueries(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The text of a packed statement; {@code path} as in {@code /sql/totals/totals.sql}. */
  protected static String statement(String path) {
    return SqlFile.read(AggregateQueries.class, path);
  }

  /**
   * The operation's snapshot, for answers that take more than one statement: ask for it before the
   * first.
   */
  protected Snapshot snapshot() {
    return snapshots.current();
  }

  /** All rows of the answer, in its order. */
  protected <T> Uni<List<T>> rows(String statement, Tuple arguments, Function<Row, T> shape) {
    return snapshot().rows(statement, arguments, shape);
  }

  /** The one row of the answer. */
  protected <T> Uni<T> row(String statement, Tuple arguments, Function<Row, T> shape) {
    return rows(statement, arguments, shape).map(rows -> rows.get(0));
  }
}
