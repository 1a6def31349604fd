package io.minigram.botdetector.runs;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/**
 * Reads runs for clients. Fields of one GraphQL request are resolved in parallel and would share
 * one Hibernate session, which is not safe; here each takes a connection of its own.
 */
@ApplicationScoped
class RunQueries {

  private static final String RUNS = SqlFile.read(RunQueries.class, "/sql/runs/runs.sql");

  private final Pool pool;

  RunQueries(Pool pool) {
    this.pool = pool;
  }

  /** The newest run, or null before the first. */
  Uni<Run> latest() {
    return runs(new PageRequest(1, null))
        .map(page -> page.entries().isEmpty() ? null : page.entries().get(0).row());
  }

  /** Runs, newest first. */
  Uni<Page<Run>> runs(PageRequest request) {
    var before = request.position(Long::valueOf).orElse(null);
    return pool.preparedQuery(RUNS)
        .execute(Tuple.of(before, request.rowsToRead()))
        .map(rows -> page(request, rows));
  }

  private static Page<Run> page(PageRequest request, RowSet<Row> rows) {
    var runs = new ArrayList<Run>();
    long totalCount = 0;
    for (var row : rows) {
      totalCount = row.getLong("total_count");
      if (row.getLong("id") != null) {
        runs.add(run(row));
      }
    }
    return request.page(runs, Run::id, totalCount);
  }

  private static Run run(Row row) {
    return new Run(
        row.getLong("id").toString(),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("finished_at").toInstant(),
        row.getLong("batches"),
        row.getLong("highest_batch").toString(),
        row.getLong("photos"),
        row.getLong("likes"),
        row.getLong("accounts"),
        row.getLong("flagged"),
        row.getLong("newly_flagged"),
        row.getLong("no_longer_flagged"),
        row.getLong("comments"),
        row.getLong("follows"),
        row.getLong("rings"),
        row.getString("model"),
        row.getBigDecimal("flag_threshold").doubleValue());
  }
}
