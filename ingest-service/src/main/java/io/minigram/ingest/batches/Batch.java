package io.minigram.ingest.batches;

import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.ImportKind;
import io.minigram.ingest.rows.Reference;
import io.minigram.ingest.rows.RejectCode;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.Row;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Rows of one kind that go into the database in one transaction, column by column, together with
 * the rows that were refused while they were gathered.
 */
public final class Batch implements RowSink {

  /** A batch of long texts is full before it has all its rows. */
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final ImportKind kind;
  private final int capacity;
  private final Map<Column, long[]> ids = new EnumMap<>(Column.class);
  private final Map<Column, String[]> texts = new EnumMap<>(Column.class);
  private final long[] times;
  private final long[] lines;
  // as they were sent: whether a row is refused may turn out only when its references are looked up
  private final byte[][] originals;
  private final List<RejectedRow> rejects = new ArrayList<>();
  private int size;
  private long bytes;

  public Batch(ImportKind kind, int capacity) {
    this.kind = kind;
    this.capacity = capacity;
    this.lines = new long[capacity];
    this.times = new long[capacity];
    this.originals = new byte[capacity][];
    for (var column : kind.columns()) {
      switch (column.type()) {
        case ID -> ids.put(column, new long[capacity]);
        case TEXT -> texts.put(column, new String[capacity]);
        case TIME -> {}
      }
    }
  }

  public ImportKind kind() {
    return kind;
  }

  /** Rows and refused rows. */
  public int received() {
    return size + rejects.size();
  }

  @Override
  public boolean isFull() {
    return received() >= capacity || bytes >= MOST_BYTES;
  }

  /** Keeps a row, or the reason why it is refused. */
  @Override
  public void add(Row row) {
    try {
      for (var column : kind.columns()) {
        switch (column.type()) {
          case ID -> ids.get(column)[size] = row.id(column);
          case TEXT -> texts.get(column)[size] = row.text(column);
          case TIME -> times[size] = row.time(column);
        }
      }
      if (kind == ImportKind.FOLLOWS
          && ids.get(Column.FOLLOWER_ID)[size] == ids.get(Column.FOLLOWEE_ID)[size]) {
        throw new RowException(RejectCode.SELF_FOLLOW, "Nobody can follow himself");
      }
      if (!kind.references().isEmpty()) {
        originals[size] = row.original();
        bytes += originals[size].length;
      }
      lines[size++] = row.line();
    } catch (RowException refused) {
      reject(new RejectedRow(row.line(), refused.code(), refused.getMessage(), row.original()));
    }
  }

  @Override
  public void reject(RejectedRow row) {
    rejects.add(row);
    bytes += row.original().length;
  }

  /** The distinct values of an id column, in order. */
  long[] ids(Column column) {
    return Arrays.stream(ids.get(column), 0, size).sorted().distinct().toArray();
  }

  /**
   * The rows whose references exist, each key once, sorted by key so that overlapping batches do
   * not deadlock. Of rows with the same key the first one counts.
   *
   * @param created for each reference, when the thing of an id came into being (microseconds since
   *     1970), or {@link ReferenceCache#UNKNOWN}
   */
  Checked check(Map<Reference, LongUnaryOperator> created) {
    var accepted = new Integer[size];
    int count = 0;
    var refused = new ArrayList<>(rejects);
    int older = 0;
    for (int row = 0; row < size; row++) {
      try {
        if (isOlderThanReference(row, created)) {
          older++;
        }
        accepted[count++] = row;
      } catch (RowException unknown) {
        refused.add(
            new RejectedRow(lines[row], unknown.code(), unknown.getMessage(), originals[row]));
      }
    }
    var keys = kind.key().stream().map(ids::get).toArray(long[][]::new);
    // stable, so the first of several rows with a key stays the first
    Arrays.sort(accepted, 0, count, (a, b) -> compare(keys, a, b));
    var distinct = new int[count];
    int distinctCount = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || compare(keys, accepted[i - 1], accepted[i]) != 0) {
        distinct[distinctCount++] = accepted[i];
      }
    }
    return new Checked(
        Arrays.copyOf(distinct, distinctCount), count - distinctCount, refused, older);
  }

  private static int compare(long[][] keys, int a, int b) {
    for (var key : keys) {
      if (key[a] != key[b]) {
        return Long.compare(key[a], key[b]);
      }
    }
    return 0;
  }

  private boolean isOlderThanReference(int row, Map<Reference, LongUnaryOperator> created)
      throws RowException {
    boolean isTimed = kind.columns().contains(Column.CREATED_AT);
    boolean older = false;
    for (var reference : kind.references()) {
      long id = ids.get(reference.column())[row];
      long start = created.get(reference).applyAsLong(id);
      if (start == ReferenceCache.UNKNOWN) {
        throw reference.target().unknown(id);
      }
      older |= isTimed && times[row] < start;
    }
    return older;
  }

  long id(Column column, int row) {
    return ids.get(column)[row];
  }

  String text(Column column, int row) {
    return texts.get(column)[row];
  }

  long time(int row) {
    return times[row];
  }

  /**
   * What is left of a batch once its references have been looked up.
   *
   * @param rows the accepted rows in key order, each key once
   * @param repeated accepted rows whose key came before in the batch
   * @param refused rows refused so far, unknown references included
   * @param olderThanReference accepted rows that are older than what they refer to
   */
  record Checked(int[] rows, int repeated, List<RejectedRow> refused, int olderThanReference) {}
}
