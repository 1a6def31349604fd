package io.minigram.ingest.imports;

import io.minigram.edge.error.RequestException;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transactions;
import io.minigram.ingest.transactions.Transactions.Lock;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends imports whose process has died, and forgets what need not be kept any longer. */
@ApplicationScoped
class ImportUpkeep {

  private static final Logger LOG = Logger.getLogger(ImportUpkeep.class);
  private static final int FORGOTTEN_AT_ONCE = 10_000;

  private final ImportConfig config;
  private final Transactions transactions;
  private final ImportMetrics metrics;
  private final NumberedStatement runningImports = statement("running_imports.sql");
  private final NumberedStatement interruptImport = statement("interrupt_import.sql");
  private final NumberedStatement forgetRejects = statement("forget_rejects.sql");
  private final NumberedStatement forgetParts = statement("forget_parts.sql");
  private final NumberedStatement forgetKeys = statement("forget_keys.sql");

  ImportUpkeep(ImportConfig config, Transactions transactions, ImportMetrics metrics) {
    this.config = config;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/imports/" + file);
  }

  /** Whoever runs an import holds its lock, so one that is free has nobody who runs it. */
  // delayed, since a start that is refused goes no further
  @Scheduled(every = "10s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void endInterrupted() {
    try (var session = transactions.openSession()) {
      for (long id :
          transactions.run(
              transaction -> transaction.query(runningImports, row -> row.number(1)))) {
        if (session.tryLock(Lock.IMPORT, id)) {
          try {
            int ended = transactions.run(transaction -> transaction.execute(interruptImport, id));
            if (ended > 0) {
              LOG.warnf("Import %d was interrupted", id);
              metrics.ended(ImportMetrics.Outcome.INTERRUPTED);
            }
          } finally {
            session.unlock(Lock.IMPORT, id);
          }
        }
      }
    } catch (RequestException e) {
      LOG.debugf(e, "Imports are looked after later");
    }
  }

  /** Some rows at a time. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    forgetAll(forgetRejects);
    forgetAll(forgetParts);
    forgetAll(forgetKeys);
  }

  private void forgetAll(NumberedStatement forget) {
    int forgotten;
    do {
      forgotten =
          transactions.run(
              transaction ->
                  transaction.execute(forget, config.kept().toSeconds(), FORGOTTEN_AT_ONCE));
    } while (forgotten == FORGOTTEN_AT_ONCE);
  }
}
