package io.minigram.ingest.batches;

import io.minigram.ingest.rows.FactTable;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.transactions.Position;
import java.util.List;
import java.util.Map;

/**
 * What one batch did: received is always inserted + retracted + duplicate + refused.
 *
 * @param received changes that were asked for, refused ones among them
 * @param inserted rows that are new, by table
 * @param retracted retractions and removals that took something away
 * @param refused changes that were refused
 * @param olderThanReference rows taken although they are older than what they refer to
 * @param effective the lines that changed something, in order
 * @param position at which can be read what the batch inserted and retracted, and also what others
 *     did before it that made a change a duplicate
 */
public record BatchOutcome(
    long received,
    Map<FactTable, Long> inserted,
    long retracted,
    List<RejectedRow> refused,
    long olderThanReference,
    long[] effective,
    Position position) {

  /** Rows that are new. */
  public long insertedRows() {
    return inserted.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was asked for in vain: rows whose key was there already, and what was not there to go. */
  public long duplicate() {
    return received - insertedRows() - retracted - refused.size();
  }
}
