package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Outage;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.sql.SqlFile;
import io.minigram.ingest.rows.RejectCode;
import io.minigram.ingest.rows.RejectedRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

/** Reads the rows that imports refused. */
@ApplicationScoped
class RejectQueries {

  private static final int PAGE = 1_000;

  private final Pool pool;
  private final String rejectsAfter = SqlFile.read(getClass(), "/sql/imports/rejects_after.sql");

  RejectQueries(Pool pool) {
    this.pool = pool;
  }

  /** The first refused rows of an import; UNAVAILABLE if the database is away. */
  Uni<List<RejectedRow>> first(long importId, int count) {
    return after(importId, 0, count);
  }

  /** All refused rows of an import, a page of them at a time. */
  Multi<List<RejectedRow>> all(long importId) {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicLong::new,
            last -> after(importId, last.get(), PAGE).invoke(page -> last.set(lastLine(page))))
        .whilst(page -> page.size() == PAGE);
  }

  private static long lastLine(List<RejectedRow> page) {
    return page.isEmpty() ? 0 : page.get(page.size() - 1).line();
  }

  private Uni<List<RejectedRow>> after(long importId, long line, int count) {
    return pool.preparedQuery(rejectsAfter)
        .execute(Tuple.of(importId, line, count))
        .onFailure(Outage::isBehind)
        .transform(e -> RequestException.of(ErrorCode.UNAVAILABLE, Outage.MESSAGE, e))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(
                        row ->
                            RejectedRow.unread(
                                row.getLong(0),
                                RejectCode.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getBuffer(3).getBytes()))
                    .toList());
  }
}
