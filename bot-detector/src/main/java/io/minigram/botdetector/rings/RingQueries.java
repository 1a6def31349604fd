package io.minigram.botdetector.rings;

import io.minigram.botdetector.reviews.FlaggedAccount;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/** Reads rings; what belongs to many of them, or to many accounts, at once. */
@ApplicationScoped
class RingQueries {

  private static final String RINGS = read("/sql/rings/rings.sql");
  private static final String RINGS_OF_ACCOUNTS = read("/sql/rings/rings_of_accounts.sql");
  private static final String MEMBERS = read("/sql/rings/members.sql");
  private static final String OWNERS = read("/sql/rings/owners.sql");

  private final Pool pool;

  RingQueries(Pool pool) {
    this.pool = pool;
  }

  /** The rings of the latest run, the largest first. A list that was begun stays with its run. */
  Uni<Page<Ring>> rings(PageRequest request) {
    var after = request.position(RingPosition::parse);
    return pool.preparedQuery(RINGS)
        .execute(
            Tuple.of(
                after.map(RingPosition::runId).orElse(null),
                after.map(RingPosition::members).orElse(null),
                after.map(RingPosition::ring).orElse(null),
                request.rowsToRead()))
        .map(rows -> page(request, rows));
  }

  /**
   * The ring of each account in the run that it names, in their order; null where there is none.
   */
  Uni<List<Ring>> rings(List<FlaggedAccount> accounts) {
    return pool.preparedQuery(RINGS_OF_ACCOUNTS)
        .execute(
            Tuple.of(
                accounts.stream()
                    .map(account -> Long.valueOf(account.runId()))
                    .toArray(Long[]::new),
                accounts.stream().map(account -> Long.valueOf(account.id())).toArray(Long[]::new)))
        .map(
            rows -> {
              var found = new HashMap<String, Ring>();
              for (var row : rows) {
                var ring = ring(row);
                found.put(ring.runId() + ":" + row.getLong("user_id"), ring);
              }
              return Arrays.asList(
                  accounts.stream()
                      .map(account -> found.get(account.runId() + ":" + account.id()))
                      .toArray(Ring[]::new));
            });
  }

  /** The members of each ring, in the order of the rings. */
  Uni<List<List<RingMember>>> members(List<Ring> rings) {
    return ofRings(
        MEMBERS,
        rings,
        row ->
            new RingMember(
                row.getLong("user_id").toString(),
                row.getBigDecimal("score") == null
                    ? null
                    : row.getBigDecimal("score").doubleValue()));
  }

  /** The owners on whom each ring's actions fell, in the order of the rings. */
  Uni<List<List<RingOwner>>> owners(List<Ring> rings) {
    return ofRings(
        OWNERS,
        rings,
        row ->
            new RingOwner(
                row.getLong("owner_id").toString(),
                row.getInteger("photos"),
                row.getInteger("from_ring"),
                row.getInteger("received"),
                row.getBigDecimal("at_least").doubleValue(),
                row.getBoolean("is_member")));
  }

  private <T> Uni<List<List<T>>> ofRings(
      String statement, List<Ring> rings, Function<Row, T> reading) {
    var keys = rings.stream().map(RingKey::of).toList();
    return pool.preparedQuery(statement)
        .execute(
            Tuple.of(
                keys.stream().map(RingKey::runId).toArray(Long[]::new),
                keys.stream().map(RingKey::ring).toArray(Integer[]::new)))
        .map(
            rows -> {
              var found = new HashMap<RingKey, List<T>>();
              for (var row : rows) {
                found
                    .computeIfAbsent(
                        new RingKey(row.getLong("run_id"), row.getInteger("ring")),
                        none -> new ArrayList<>())
                    .add(reading.apply(row));
              }
              return keys.stream().map(key -> found.getOrDefault(key, List.of())).toList();
            });
  }

  private static Page<Ring> page(PageRequest request, RowSet<Row> rows) {
    var rings = new ArrayList<Ring>();
    long totalCount = 0;
    for (var row : rows) {
      totalCount = row.getLong("total_count");
      if (row.getLong("run_id") != null) {
        rings.add(ring(row));
      }
    }
    return request.page(rings, RingPosition::of, totalCount);
  }

  private static Ring ring(Row row) {
    var key = new RingKey(row.getLong("run_id"), row.getInteger("ring"));
    return new Ring(
        key.id(),
        Long.toString(key.runId()),
        row.getInteger("members"),
        row.getInteger("photos"),
        row.getInteger("follows"),
        row.getOffsetDateTime("first_at").toInstant(),
        row.getOffsetDateTime("last_at").toInstant());
  }

  private static String read(String path) {
    return SqlFile.read(RingQueries.class, path);
  }
}
