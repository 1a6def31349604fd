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
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads accounts and cases for moderators. Fields of one GraphQL request are resolved in parallel
 * and would share one Hibernate session, which is not safe; here each takes a connection of its
 * own.
 */
@ApplicationScoped
class ReviewQueries {

  private static final String FLAGGED_ACCOUNTS = read("/sql/reviews/flagged_accounts.sql");
  private static final String ACCOUNT = read("/sql/reviews/account.sql");
  private static final String EVENTS = read("/sql/reviews/events.sql");

  private final Pool pool;

  ReviewQueries(Pool pool) {
    this.pool = pool;
  }

  /** Flagged accounts, the highest score first. */
  Uni<Page<Account>> flagged(FlaggedFilter filter, PageRequest request) {
    var after = request.position(FlaggedPosition::parse);
    return pool.preparedQuery(FLAGGED_ACCOUNTS)
        .execute(
            Tuple.from(
                Arrays.asList(
                    filter.state().name(),
                    after.map(FlaggedPosition::score).orElse(null),
                    after.map(FlaggedPosition::userId).orElse(null),
                    request.rowsToRead(),
                    filter.minScore(),
                    filter.signal(),
                    filter.ringRunId(),
                    filter.ringNumber())))
        .map(rows -> page(request, rows, "user_id", ReviewQueries::account, FlaggedPosition::of));
  }

  /** The account, or null if there is none and never was a case of it. */
  Uni<Account> account(long userId) {
    return pool.preparedQuery(ACCOUNT)
        .execute(Tuple.of(userId))
        .map(rows -> rows.size() == 0 ? null : account(rows.iterator().next()));
  }

  /** What has happened to the case of an account, newest last. */
  Uni<Page<CaseEvent>> events(long userId, PageRequest request) {
    var after = request.position(Integer::valueOf).orElse(null);
    return pool.preparedQuery(EVENTS)
        .execute(Tuple.of(userId, after, request.rowsToRead()))
        .map(
            rows ->
                page(
                    request,
                    rows,
                    "version",
                    ReviewQueries::event,
                    event -> Integer.toString(event.version())));
  }

  /**
   * A page of rows that each have the total count.
   *
   * @param key a column that is null in the row that an empty page has
   */
  private static <T> Page<T> page(
      PageRequest request,
      RowSet<Row> rows,
      String key,
      Function<Row, T> read,
      Function<T, String> position) {
    var listed = new ArrayList<T>();
    long totalCount = 0;
    for (var row : rows) {
      totalCount = row.getLong("total_count");
      if (row.getValue(key) != null) {
        listed.add(read.apply(row));
      }
    }
    return request.page(listed, position, totalCount);
  }

  private static Account account(Row row) {
    var state = state(row, "state");
    boolean open = state == ReviewState.OPEN;
    var actor = row.getString("actor");
    return new Account(
        row.getLong("user_id").toString(),
        row.getString("username"),
        score(row),
        reasons(row.getJsonArray("reasons")),
        state,
        row.getInteger("version"),
        open ? actor : null,
        Optional.ofNullable(row.getOffsetDateTime("decided_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        open ? null : actor,
        row.getString("note"),
        runId(row));
  }

  private static CaseEvent event(Row row) {
    var kind = CaseEventKind.valueOf(row.getString("kind"));
    return new CaseEvent(
        row.getInteger("version"),
        kind,
        row.getOffsetDateTime("happened_at").toInstant(),
        row.getString("actor"),
        state(row, "from_state"),
        state(row, "to_state"),
        kind == CaseEventKind.UNDONE ? row.getInteger("stood_version") : null,
        runId(row),
        score(row),
        row.getString("note"));
  }

  private static ReviewState state(Row row, String column) {
    return Optional.ofNullable(row.getString(column)).map(ReviewState::valueOf).orElse(null);
  }

  private static Double score(Row row) {
    return Optional.ofNullable(row.getBigDecimal("score"))
        .map(BigDecimal::doubleValue)
        .orElse(null);
  }

  private static String runId(Row row) {
    return Optional.ofNullable(row.getLong("run_id")).map(Object::toString).orElse(null);
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
