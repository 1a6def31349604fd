package io.minigram.ingest.batches;

import io.minigram.ingest.transactions.Transaction;

/** What a sender keeps of a batch, in the batch's own transaction. */
public interface Journal {

  /** The import that the batch belongs to, or null. */
  Long importId();

  /** Called last, before the commit; what it throws undoes the batch. */
  void record(Transaction transaction, BatchOutcome outcome);

  /** What is called in metrics. */
  String source();
}
