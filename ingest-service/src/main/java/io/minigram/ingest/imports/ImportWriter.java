package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.ingest.batches.BatchOutcome;
import io.minigram.ingest.batches.Journal;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transaction;
import io.minigram.ingest.transactions.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Begins and ends imports, and keeps what becomes of each of their batches. */
@ApplicationScoped
class ImportWriter {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Transactions transactions;
  private final NumberedStatement beginImport = statement("begin_import.sql");
  private final NumberedStatement findImport = statement("find_import.sql");
  private final NumberedStatement claimImport = statement("claim_import.sql");
  private final NumberedStatement committedParts = statement("committed_parts.sql");
  private final NumberedStatement markChunk = statement("mark_chunk.sql");
  private final NumberedStatement recordRejects = statement("record_rejects.sql");
  private final NumberedStatement addProgress = statement("add_progress.sql");
  private final NumberedStatement finishImport = statement("finish_import.sql");

  ImportWriter(Transactions transactions) {
    this.transactions = transactions;
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/imports/" + file);
  }

  /**
   * Begins an import, or takes up the one that has the same key.
   *
   * @param lock holds the import's lock afterwards
   * @throws RequestException CONFLICT if somebody is importing it at this moment; UNAVAILABLE
   */
  ImportRun begin(Transactions.Session lock, ImportRequest request, int chunkRows, int parts) {
    var locked = new AtomicLong();
    try {
      return transactions.run(
          transaction -> {
            long id = beginOrFind(transaction, request, chunkRows, parts);
            // before anybody else sees it: an import whose lock is free has nobody who runs it
            if (id != locked.get() && !lock.tryLock(Transactions.Lock.IMPORT, id)) {
              throw RequestException.later(
                  ErrorCode.CONFLICT,
                  "Import %d has this key and is still running; ask for import(id: \"%d\")"
                      .formatted(id, id),
                  TRY_AGAIN);
            }
            locked.set(id);
            return claim(transaction, id, request);
          });
    } catch (RuntimeException e) {
      if (locked.get() > 0) {
        lock.unlock(Transactions.Lock.IMPORT, locked.get());
      }
      throw e;
    }
  }

  private long beginOrFind(
      Transaction transaction, ImportRequest request, int chunkRows, int parts) {
    return transaction
        .query(
            beginImport,
            row -> row.number(1),
            request.kind().name(),
            request.caller(),
            request.key().orElse(null),
            chunkRows,
            parts)
        .stream()
        .findFirst()
        .orElseGet(() -> find(transaction, request));
  }

  private long find(Transaction transaction, ImportRequest request) {
    return transaction.queryLong(
        findImport, request.caller(), request.kind().name(), request.key().orElseThrow());
  }

  private ImportRun claim(Transaction transaction, long id, ImportRequest request) {
    Map<Integer, ImportRun.Mark> committed =
        transaction
            .query(
                committedParts,
                row ->
                    Map.entry((int) row.number(1), new ImportRun.Mark(row.number(2), row.bytes(3))),
                id)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return transaction
        .query(
            claimImport,
            row ->
                new ImportRun(
                    id,
                    request.kind(),
                    (int) row.number(1),
                    (int) row.number(2),
                    request.key().isPresent(),
                    row.bytes(3) != null,
                    row.bytes(3),
                    committed),
            id)
        .get(0);
  }

  /**
   * @param digest of the whole body; null if it was not read to its end, or nobody will ask
   */
  void finish(long importId, ImportState state, byte[] digest) {
    transactions.run(
        transaction -> transaction.execute(finishImport, importId, state.name(), digest));
  }

  /**
   * Keeps what becomes of one chunk of one part.
   *
   * @param digest of the body up to the chunk's end, if the import has a key
   */
  Journal journal(ImportRun run, int part, long chunk, byte[] digest) {
    return new Journal() {
      @Override
      public Long importId() {
        return run.id();
      }

      @Override
      public String source() {
        return run.kind().source();
      }

      @Override
      public void record(Transaction transaction, BatchOutcome outcome) {
        if (run.isKeyed() && transaction.execute(markChunk, run.id(), part, chunk, digest) == 0) {
          throw RequestException.later(
              ErrorCode.CONFLICT, "Import " + run.id() + " is taken up elsewhere", TRY_AGAIN);
        }
        recordRejects(transaction, run.id(), outcome.refused());
        // last, since it locks the import's row until the commit
        transaction.execute(
            addProgress,
            run.id(),
            outcome.received(),
            outcome.insertedRows(),
            outcome.retracted(),
            outcome.duplicate(),
            (long) outcome.refused().size(),
            outcome.olderThanReference());
      }
    };
  }

  private void recordRejects(Transaction transaction, long importId, List<RejectedRow> refused) {
    if (!refused.isEmpty()) {
      transaction.execute(
          recordRejects,
          importId,
          refused.stream().mapToLong(RejectedRow::line).toArray(),
          refused.stream().map(row -> row.code().name()).toArray(String[]::new),
          refused.stream().map(RejectedRow::reason).toArray(String[]::new),
          refused.stream().map(RejectedRow::original).toArray(byte[][]::new),
          refused.stream().map(row -> array(row.userIds())).toArray(String[]::new),
          refused.stream().map(row -> array(row.photoIds())).toArray(String[]::new));
    }
  }

  /** As PostgreSQL writes an array; an array of arrays of different lengths it does not take. */
  private static String array(long[] ids) {
    return Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
