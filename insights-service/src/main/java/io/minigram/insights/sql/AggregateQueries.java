package io.minigram.insights.sql;

import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs the packed statements that aggregate the facts. */
public abstract class AggregateQueries {

  private final Pool pool;

  protected AggregateQueries(Pool pool) {
    this.pool = pool;
  }

  /** The text of a packed statement; {@code path} as in {@code /sql/totals/totals.sql}. */
  protected static String statement(String path) {
    return SqlFile.read(AggregateQueries.class, path);
  }

  /** All rows of the answer, in its order. */
  protected <T> Uni<List<T>> rows(String statement, Tuple arguments, Function<Row, T> shape) {
    return pool.preparedQuery(statement)
        .execute(arguments)
        .map(
            answer -> {
              var rows = new ArrayList<T>(answer.size());
              for (var row : answer) {
                rows.add(shape.apply(row));
              }
              return List.copyOf(rows);
            });
  }

  /** The one row of the answer. */
  protected <T> Uni<T> row(String statement, Tuple arguments, Function<Row, T> shape) {
    return rows(statement, arguments, shape).map(rows -> rows.get(0));
  }
}
