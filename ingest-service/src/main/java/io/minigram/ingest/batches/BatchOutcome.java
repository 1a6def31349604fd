package io.minigram.ingest.batches;

import io.minigram.ingest.rows.RejectedRow;
import java.util.List;

/**
 * What one batch did: received is always inserted + duplicate + refused.
 *
 * @param duplicate rows whose key was there already, in the database or earlier in the batch
 * @param olderThanReference rows taken although they are older than what they refer to
 */
public record BatchOutcome(
    long received,
    long inserted,
    long duplicate,
    List<RejectedRow> refused,
    long olderThanReference) {}
