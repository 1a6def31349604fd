package io.minigram.ingest.imports;

import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.ImportKind;
import io.minigram.ingest.rows.Reference;
import io.minigram.ingest.rows.RejectCode;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.Row;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowSink;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of one kind that go into the database in one transaction, column by column, together with
 * the lines that were refused while they were gathered.
 */
final class Batch implements RowSink {

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

  Batch(ImportKind kind, int capacity) {
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

  ImportKind kind() {
    return kind;
  }

  /** Rows and refused lines. */
  int received() {
    return size + rejects.size();
  }

  @Override
  public boolean isFull() {
    return received() >= capacity;
  }

  List<RejectedRow> rejects() {
    return rejects;
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
      }
      lines[size++] = row.line();
    } catch (RowException refused) {
      rejects.add(
          new RejectedRow(row.line(), refused.code(), refused.getMessage(), row.original()));
    }
  }

  @Override
  public void reject(RejectedRow row) {
    rejects.add(row);
  }

  /** Every value of an id column, for looking up what it refers to. */
  Long[] ids(Column column) {
    return IntStream.range(0, size)
        .mapToObj(row -> ids.get(column)[row])
        .distinct()
        .toArray(Long[]::new);
  }

  /**
   * The rows whose references exist, sorted by key so that overlapping batches do not deadlock. Of
   * rows with the same key the first in the file stays first.
   *
   * @param created when each thing that is referred to came into being
   */
  Checked check(Map<Reference, Map<Long, OffsetDateTime>> created) {
    var accepted = new ArrayList<Integer>(size);
    var refused = new ArrayList<>(rejects);
    int older = 0;
    for (int row = 0; row < size; row++) {
      try {
        if (isOlderThanReference(row, created)) {
          older++;
        }
        accepted.add(row);
      } catch (RowException unknown) {
        refused.add(
            new RejectedRow(lines[row], unknown.code(), unknown.getMessage(), originals[row]));
      }
    }
    Comparator<Integer> byKey = Comparator.comparingLong(row -> ids.get(kind.key().get(0))[row]);
    for (var column : kind.key().subList(1, kind.key().size())) {
      byKey = byKey.thenComparingLong(row -> ids.get(column)[row]);
    }
    accepted.sort(byKey);
    return new Checked(columnsOf(accepted), accepted.size(), refused, older);
  }

  private boolean isOlderThanReference(int row, Map<Reference, Map<Long, OffsetDateTime>> created)
      throws RowException {
    boolean isTimed = kind.columns().contains(Column.CREATED_AT);
    boolean older = false;
    for (var reference : kind.references()) {
      long id = ids.get(reference.column())[row];
      var start = created.get(reference).get(id);
      if (start == null) {
        throw reference.target().unknown(id);
      }
      older |= isTimed && times[row] < micros(start);
    }
    return older;
  }

  private List<Object> columnsOf(List<Integer> rows) {
    var columns = new ArrayList<>();
    for (var column : kind.columns()) {
      columns.add(
          switch (column.type()) {
            case ID -> rows.stream().map(row -> ids.get(column)[row]).toArray(Long[]::new);
            case TEXT -> rows.stream().map(row -> texts.get(column)[row]).toArray(String[]::new);
            case TIME -> rows.stream().map(row -> time(times[row])).toArray(OffsetDateTime[]::new);
          });
    }
    return columns;
  }

  private static long micros(OffsetDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
  }

  private static OffsetDateTime time(long micros) {
    return OffsetDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  /**
   * What is left of a batch once its references have been looked up.
   *
   * @param columns one array a column of the kind, rows in key order
   * @param rows length of each array
   * @param refused lines refused so far, unknown references included
   * @param olderThanReference accepted rows that are older than what they refer to
   */
  record Checked(
      List<Object> columns, int rows, List<RejectedRow> refused, int olderThanReference) {}
}
