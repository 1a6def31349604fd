package io.minigram.ingest.batches;

import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.FactTable;
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
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/**
 * Rows of one table that go into the database in one transaction, column by column, together with
 * the rows that were refused while they were gathered.
 */
public final class Batch implements RowSink {

  /** A batch of long texts is full before it has all its rows. */
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final FactTable table;
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

  public Batch(FactTable table, int capacity) {
    this.table = table;
    this.capacity = capacity;
    this.lines = new long[capacity];
    this.times = new long[capacity];
    this.originals = new byte[capacity][];
    for (var column : table.columns()) {
      switch (column.type()) {
        case ID -> ids.put(column, new long[capacity]);
        case TEXT -> texts.put(column, new String[capacity]);
        case TIME -> {}
      }
    }
  }

  public FactTable table() {
    return table;
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
      for (var column : table.columns()) {
        switch (column.type()) {
          case ID -> ids.get(column)[size] = row.id(column);
          case TEXT -> texts.get(column)[size] = row.text(column);
          case TIME -> times[size] = row.time(column);
        }
      }
      if (table == FactTable.FOLLOWS
          && ids.get(Column.FOLLOWER_ID)[size] == ids.get(Column.FOLLOWEE_ID)[size]) {
        throw new RowException(RejectCode.SELF_FOLLOW, "Nobody can follow himself");
      }
      if (!table.references().isEmpty() || table.target().isPresent()) {
        originals[size] = row.original();
        bytes += originals[size].length;
      }
      lines[size++] = row.line();
    } catch (RowException refused) {
      reject(RejectedRow.of(row, refused));
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
   * @param passedOver lines that are not to be written, and count as duplicates
   */
  Checked check(References.View references, LongPredicate passedOver) {
    var created = new EnumMap<Column, LongUnaryOperator>(Column.class);
    for (var reference : table.references()) {
      created.put(
          reference.column(), references.created(reference.target(), ids(reference.column())));
    }
    var key = table.key().get(0);
    Set<Long> erased = table.target().map(own -> references.erased(own, ids(key))).orElse(Set.of());
    var accepted = new Integer[size];
    int count = 0;
    int passed = 0;
    var refused = new ArrayList<>(rejects);
    int older = 0;
    for (int row = 0; row < size; row++) {
      try {
        if (!erased.isEmpty() && erased.contains(ids.get(key)[row])) {
          throw table.target().orElseThrow().erased(ids.get(key)[row]);
        }
        boolean isOlder = isOlderThanReference(row, created);
        if (passedOver.test(lines[row])) {
          passed++;
        } else {
          older += isOlder ? 1 : 0;
          accepted[count++] = row;
        }
      } catch (RowException unknown) {
        refused.add(refused(row, unknown));
      }
    }
    var keys = keys();
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
        Arrays.copyOf(distinct, distinctCount), count - distinctCount + passed, refused, older);
  }

  private RejectedRow refused(int row, RowException reason) {
    return new RejectedRow(
        lines[row],
        reason.code(),
        reason.getMessage(),
        originals[row],
        mentioned(row, Reference.Target.USER),
        mentioned(row, Reference.Target.PHOTO));
  }

  private long[] mentioned(int row, Reference.Target target) {
    return ChangeType.adding(table).columnsNaming(target).stream()
        .mapToLong(column -> ids.get(column)[row])
        .toArray();
  }

  private long[][] keys() {
    return table.key().stream().map(ids::get).toArray(long[][]::new);
  }

  /**
   * The line of the row with this key.
   *
   * @param rows in the order of their keys, each once
   * @param key as long as the table's
   */
  long lineOf(int[] rows, long[] key) {
    var keys = keys();
    int low = 0;
    int high = rows.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = 0;
      for (int i = 0; i < keys.length && order == 0; i++) {
        order = Long.compare(keys[i][rows[middle]], key[i]);
      }
      if (order == 0) {
        return lines[rows[middle]];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    throw new IllegalArgumentException("No such row");
  }

  long line(int row) {
    return lines[row];
  }

  private static int compare(long[][] keys, int a, int b) {
    for (var key : keys) {
      if (key[a] != key[b]) {
        return Long.compare(key[a], key[b]);
      }
    }
    return 0;
  }

  private boolean isOlderThanReference(int row, Map<Column, LongUnaryOperator> created)
      throws RowException {
    boolean isTimed = table.columns().contains(Column.CREATED_AT);
    boolean older = false;
    for (var reference : table.references()) {
      long id = ids.get(reference.column())[row];
      long start = created.get(reference.column()).applyAsLong(id);
      if (start == References.UNKNOWN) {
        throw reference.target().unknown(id);
      }
      if (start == References.ERASED) {
        throw reference.target().erased(id);
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
