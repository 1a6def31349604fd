package io.minigram.ingest.imports;

import io.minigram.ingest.rows.RejectedRow;
import java.util.List;

/**
 * What one batch did: received is always inserted + duplicate + refused.
 *
 * @param duplicate rows whose key was there already, in the database or earlier in the file
 * @param olderThanReference rows taken although they are older than what they refer to
 */
record ImportProgress(
    long received,
    long inserted,
    long duplicate,
    List<RejectedRow> refused,
    long olderThanReference) {}
