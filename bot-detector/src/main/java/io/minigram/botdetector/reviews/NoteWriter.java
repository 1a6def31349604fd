package io.minigram.botdetector.reviews;

import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases notes. */
@ApplicationScoped
class NoteWriter {

  private static final String ERASE_NOTES =
      SqlFile.read(NoteWriter.class, "/sql/reviews/erase_notes.sql");

  private final Pool pool;

  NoteWriter(Pool pool) {
    this.pool = pool;
  }

  /** Erases at most so many notes on accounts that are removed; gives how many it erased. */
  Uni<Integer> eraseNotesOfRemovedAccounts(int most) {
    return pool.preparedQuery(ERASE_NOTES).execute(Tuple.of(most)).map(RowSet::rowCount);
  }
}
