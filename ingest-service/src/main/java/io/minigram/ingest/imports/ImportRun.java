package io.minigram.ingest.imports;

import java.util.Arrays;
import java.util.Map;

/**
 * An import that this process has the lock of.
 *
 * @param chunkRows rows of a batch
 * @param parts batches that are written side by side
 * @param isKeyed whether it can be sent again under its key
 * @param isComplete whether all of it was in before
 * @param digest of the whole body, if all of it was in before
 * @param committed by part, what of it was in before
 */
record ImportRun(
    long id,
    ImportKind kind,
    int chunkRows,
    int parts,
    boolean isKeyed,
    boolean isComplete,
    byte[] digest,
    Map<Integer, Mark> committed) {

  /**
   * How far a part is.
   *
   * @param chunk the number of its last chunk, from 1
   * @param digest SHA-256 of the body up to the chunk's end
   */
  record Mark(long chunk, byte[] digest) {}

  boolean isCommitted(int part, long chunk) {
    return committed.containsKey(part) && committed.get(part).chunk() >= chunk;
  }

  /** False if the body up to this chunk's end differs from what was committed of it before. */
  boolean agrees(long chunk, byte[] digest) {
    return committed.values().stream()
        .noneMatch(mark -> mark.chunk() == chunk && !Arrays.equals(mark.digest(), digest));
  }

  /** False if more was committed before than the body has chunks. */
  boolean agreesOnLength(long chunks) {
    return committed.values().stream().noneMatch(mark -> mark.chunk() > chunks);
  }
}
