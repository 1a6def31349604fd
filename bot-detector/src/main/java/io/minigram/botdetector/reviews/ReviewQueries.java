package io.minigram.botdetector.reviews;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads flagged accounts for moderators. Fields of one GraphQL request are resolved in parallel and
 * would share one Hibernate session, which is not safe; here each takes a connection of its own.
 */
@ApplicationScoped
class ReviewQueries {

  private static final String FLAGGED_ACCOUNTS = read("/sql/reviews/flagged_accounts.sql");
  private static final String FLAGGED_ACCOUNT = read("/sql/reviews/flagged_account.sql");

  private final Pool pool;

  ReviewQueries(Pool pool) {
    this.pool = pool;
  }

  /** Flagged accounts of one state, the highest score first. */
  Uni<Page<FlaggedAccount>> accounts(ReviewState state, PageRequest request) {
    var after = request.position(FlaggedPosition::parse);
    return pool.preparedQuery(FLAGGED_ACCOUNTS)
        .execute(
            Tuple.of(
                state.name(),
                after.map(FlaggedPosition::score).orElse(null),
                after.map(FlaggedPosition::userId).orElse(null),
                request.rowsToRead()))
        .map(rows -> page(request, rows));
  }

  /** The account if it stands flagged, else null. */
  Uni<FlaggedAccount> account(long userId) {
    return pool.preparedQuery(FLAGGED_ACCOUNT)
        .execute(Tuple.of(userId))
        .map(rows -> rows.size() == 0 ? null : account(rows.iterator().next()));
  }

  private static Page<FlaggedAccount> page(PageRequest request, RowSet<Row> rows) {
    var accounts = new ArrayList<FlaggedAccount>();
    long totalCount = 0;
    for (var row : rows) {
      totalCount = row.getLong("total_count");
      if (row.getLong("user_id") != null) {
        accounts.add(account(row));
      }
    }
    return request.page(accounts, FlaggedPosition::of, totalCount);
  }

  private static FlaggedAccount account(Row row) {
    return new FlaggedAccount(
        row.getLong("user_id").toString(),
        row.getString("username"),
        row.getBigDecimal("score").doubleValue(),
        reasons(row.getJsonArray("reasons")),
        ReviewState.valueOf(row.getString("state")),
        row.getInteger("version"),
        Optional.ofNullable(row.getOffsetDateTime("decided_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        row.getString("note"),
        row.getLong("run_id").toString());
  }

  private static List<Reason> reasons(JsonArray reasons) {
    return reasons.stream()
        .map(JsonObject.class::cast)
        .map(
            reason ->
                new Reason(
                    reason.getString("signal"),
                    reason.getDouble("value"),
                    reason.getDouble("contribution"),
                    reason.getString("sentence")))
        .toList();
  }

  private static String read(String path) {
    return SqlFile.read(ReviewQueries.class, path);
  }
}
