package io.minigram.ingest.imports;

import io.minigram.edge.sql.SqlFile;
import io.minigram.ingest.rows.ImportKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins and ends imports; what happens in between is recorded with each batch. */
@ApplicationScoped
class ImportWriter {

  private final Pool pool;
  private final String beginImport = SqlFile.read(getClass(), "/sql/imports/begin_import.sql");
  private final String finishImport = SqlFile.read(getClass(), "/sql/imports/finish_import.sql");

  ImportWriter(Pool pool) {
    this.pool = pool;
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
}
