package io.minigram.ingest.imports;

import io.minigram.edge.sql.SqlFile;
import io.minigram.ingest.rows.ImportKind;
import io.minigram.ingest.rows.Reference;
import io.minigram.ingest.rows.RejectedRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one write path: a batch is one transaction, and all of it is there or nothing. */
@ApplicationScoped
class ImportWriter {

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 5;

  private final Pool pool;
  private final Map<ImportKind, String> inserts = new EnumMap<>(ImportKind.class);
  private final Map<Reference.Target, String> lookups = new EnumMap<>(Reference.Target.class);
  private final String beginImport = SqlFile.read(getClass(), "/sql/imports/begin_import.sql");
  private final String nextBatch = SqlFile.read(getClass(), "/sql/imports/next_batch.sql");
  private final String recordBatch = SqlFile.read(getClass(), "/sql/imports/record_batch.sql");
  private final String recordRejects = SqlFile.read(getClass(), "/sql/imports/record_rejects.sql");
  private final String addProgress = SqlFile.read(getClass(), "/sql/imports/add_progress.sql");
  private final String finishImport = SqlFile.read(getClass(), "/sql/imports/finish_import.sql");

  ImportWriter(Pool pool) {
    this.pool = pool;
    for (var kind : ImportKind.values()) {
      inserts.put(kind, SqlFile.read(getClass(), "/sql/imports/" + kind.statement()));
    }
    for (var target : Reference.Target.values()) {
      lookups.put(target, SqlFile.read(getClass(), "/sql/imports/" + target.statement()));
    }
  }

  Uni<Long> begin(ImportKind kind) {
    return pool.preparedQuery(beginImport)
        .execute(Tuple.of(kind.name()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Uni<Void> finish(long importId, ImportState state) {
    return pool.preparedQuery(finishImport)
        .execute(Tuple.of(importId, state.name()))
        .replaceWithVoid();
  }

  /** Commits the batch with its rejects and the import's progress; a deadlock is tried again. */
  Uni<ImportProgress> write(long importId, Batch batch) {
    return pool.withTransaction(connection -> write(connection, importId, batch))
        .onFailure(failure -> failure instanceof PgException e && DEADLOCK.equals(e.getSqlState()))
        .retry()
        .withBackOff(Duration.ofMillis(20))
        .atMost(ATTEMPTS);
  }

  private Uni<ImportProgress> write(SqlConnection connection, long importId, Batch batch) {
    return lookUp(connection, batch)
        .map(batch::check)
        .flatMap(
            checked ->
                insert(connection, importId, batch.kind(), checked)
                    .map(inserted -> progress(batch, checked, inserted))
                    .call(progress -> record(connection, importId, progress)));
  }

  // Users and photos are checked in statements of their own, so that they can live on other nodes.
  private Uni<Map<Reference, Map<Long, OffsetDateTime>>> lookUp(
      SqlConnection connection, Batch batch) {
    return Multi.createFrom()
        .iterable(batch.kind().references())
        .onItem()
        .transformToUniAndConcatenate(
            reference ->
                connection
                    .preparedQuery(lookups.get(reference.target()))
                    .execute(Tuple.of(batch.ids(reference.column())))
                    .map(
                        rows -> {
                          var created = new HashMap<Long, OffsetDateTime>(rows.size() * 2);
                          rows.forEach(
                              row -> created.put(row.getLong(0), row.getOffsetDateTime(1)));
                          return Map.entry(reference, created);
                        }))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Uni<Integer> insert(
      SqlConnection connection, long importId, ImportKind kind, Batch.Checked checked) {
    if (checked.rows() == 0) {
      return Uni.createFrom().item(0);
    }
    return connection
        .preparedQuery(nextBatch)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0))
        .flatMap(
            batchId -> {
              var arguments = Tuple.tuple(checked.columns());
              arguments.addLong(batchId);
              return connection
                  .preparedQuery(inserts.get(kind))
                  .execute(arguments)
                  .map(rows -> rows.iterator().next().getInteger(0))
                  .call(
                      inserted ->
                          connection
                              .preparedQuery(recordBatch)
                              .execute(Tuple.of(batchId, importId, kind.table(), inserted)));
            });
  }

  private static ImportProgress progress(Batch batch, Batch.Checked checked, int inserted) {
    return new ImportProgress(
        batch.received(),
        inserted,
        checked.rows() - inserted,
        checked.refused(),
        checked.olderThanReference());
  }

  private Uni<Void> record(SqlConnection connection, long importId, ImportProgress progress) {
    var added =
        connection
            .preparedQuery(addProgress)
            .execute(
                Tuple.tuple(
                    List.of(
                        importId,
                        progress.received(),
                        progress.inserted(),
                        progress.duplicate(),
                        (long) progress.refused().size(),
                        progress.olderThanReference())));
    if (progress.refused().isEmpty()) {
      return added.replaceWithVoid();
    }
    var refused = progress.refused();
    return added
        .flatMap(
            ignored ->
                connection
                    .preparedQuery(recordRejects)
                    .execute(
                        Tuple.of(
                            importId,
                            refused.stream().map(RejectedRow::line).toArray(Long[]::new),
                            refused.stream().map(row -> row.code().name()).toArray(String[]::new),
                            refused.stream().map(RejectedRow::reason).toArray(String[]::new),
                            refused.stream()
                                .map(row -> Buffer.buffer(row.original()))
                                .toArray(Buffer[]::new))))
        .replaceWithVoid();
  }
}
