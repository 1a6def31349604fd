package io.minigram.ingest.batches;

import io.minigram.ingest.rows.FactTable;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.Row;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowSink;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a body, dealt out to several batches that are written side by side. Rows with equal keys
 * go to the same one, so their order is kept.
 */
public final class Chunk implements RowSink {

  private final FactTable table;
  private final List<Batch> parts;

  /**
   * @param parts how many batches
   * @param capacity rows of each
   */
  public Chunk(FactTable table, int parts, int capacity) {
    this.table = table;
    this.parts = Stream.generate(() -> new Batch(table, capacity)).limit(parts).toList();
  }

  public List<Batch> parts() {
    return parts;
  }

  @Override
  public boolean isFull() {
    return parts.stream().anyMatch(Batch::isFull);
  }

  @Override
  public void add(Row row) {
    parts.get(part(row)).add(row);
  }

  @Override
  public void reject(RejectedRow row) {
    parts.get(0).reject(row);
  }

  private int part(Row row) {
    try {
      // neighbours in the file's order are often neighbours in number as well: mix the bits
      long mixed = row.id(table.key().get(0)) * 0x9E3779B97F4A7C15L;
      return (int) ((mixed >>> 33) % parts.size());
    } catch (RowException refused) {
      return 0;
    }
  }
}
