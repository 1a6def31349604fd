package io.minigram.botdetector.evidence;

import io.minigram.botdetector.reviews.FlaggedAccount;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Reads what scores rest on, for many accounts at once. */
@ApplicationScoped
class EvidenceQueries {

  private static final String EVIDENCE = read("/sql/evidence/evidence.sql");
  private static final String PAST_SCORES = read("/sql/evidence/past_scores.sql");

  private final Pool pool;

  EvidenceQueries(Pool pool) {
    this.pool = pool;
  }

  private record Key(String runId, String userId) {}

  /** A list for each account, in their order. */
  Uni<List<List<LockstepEvidence>>> evidence(List<FlaggedAccount> accounts) {
    return pool.preparedQuery(EVIDENCE)
        .execute(
            Tuple.of(
                accounts.stream()
                    .map(account -> Long.valueOf(account.runId()))
                    .toArray(Long[]::new),
                accounts.stream().map(account -> Long.valueOf(account.id())).toArray(Long[]::new)))
        .map(
            rows -> {
              var found = new HashMap<Key, List<LockstepEvidence>>();
              for (var row : rows) {
                found.put(
                    new Key(row.getLong("run_id").toString(), row.getLong("user_id").toString()),
                    evidence(row.get(JsonArray.class, "evidence")));
              }
              return accounts.stream()
                  .map(
                      account ->
                          found.getOrDefault(new Key(account.runId(), account.id()), List.of()))
                  .toList();
            });
  }

  /** A list for each account, in their order; each with the latest run first. */
  Uni<List<List<PastScore>>> pastScores(List<FlaggedAccount> accounts) {
    return pool.preparedQuery(PAST_SCORES)
        .execute(
            Tuple.of(
                accounts.stream().map(account -> Long.valueOf(account.id())).toArray(Long[]::new)))
        .map(
            rows -> {
              var found = new HashMap<String, List<PastScore>>();
              for (var row : rows) {
                found
                    .computeIfAbsent(row.getLong("user_id").toString(), none -> new ArrayList<>())
                    .add(pastScore(row));
              }
              return accounts.stream()
                  .map(account -> found.getOrDefault(account.id(), List.of()))
                  .toList();
            });
  }

  private static PastScore pastScore(Row row) {
    return new PastScore(
        row.getLong("run_id").toString(),
        row.getOffsetDateTime("finished_at").toInstant(),
        row.getBigDecimal("score").doubleValue());
  }

  private static List<LockstepEvidence> evidence(JsonArray stored) {
    return stored.stream()
        .map(JsonObject.class::cast)
        .map(
            each ->
                new LockstepEvidence(
                    each.getString("signal"),
                    each.getJsonArray("partners").stream()
                        .map(JsonObject.class::cast)
                        .map(EvidenceQueries::partner)
                        .toList(),
                    each.getJsonArray("actions").stream()
                        .map(JsonObject.class::cast)
                        .map(EvidenceQueries::action)
                        .toList()))
        .toList();
  }

  private static Partner partner(JsonObject partner) {
    return new Partner(partner.getString("userId"), partner.getDouble("evidence"));
  }

  private static SharedAction action(JsonObject action) {
    return new SharedAction(
        action.getString("photoId"),
        action.getString("userId"),
        Instant.parse(action.getString("at")),
        action.getInteger("partners"));
  }

  private static String read(String path) {
    return SqlFile.read(EvidenceQueries.class, path);
  }
}
