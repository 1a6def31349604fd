package io.minigram.ingest.batches;

import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.FactTable;
import io.minigram.ingest.rows.Reference;
import io.minigram.ingest.rows.RejectedRow;
import io.minigram.ingest.rows.Row;
import io.minigram.ingest.rows.RowException;
import io.minigram.ingest.rows.RowSink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What goes into the database in one transaction: rows of any table, then retractions; or nothing
 * but removals. The tables are written one after the other, those that are referred to first, so
 * changes fit together only as long as the outcome is the same as that of one after the other.
 */
public final class Changes implements RowSink {

  private final int capacity;
  private final Map<FactTable, Batch> additions = new EnumMap<>(FactTable.class);
  private final Map<FactTable, Retractions> retractions = new EnumMap<>(FactTable.class);
  private final Map<Reference.Target, TreeMap<Long, Long>> removals =
      new EnumMap<>(Reference.Target.class);
  private final Map<Reference.Target, Set<Long>> named = new EnumMap<>(Reference.Target.class);
  private final Map<Long, Long> conditions = new HashMap<>();
  private final List<RejectedRow> rejects = new ArrayList<>();
  private int size;

  /**
   * @param capacity changes, refused rows among them
   */
  public Changes(int capacity) {
    this.capacity = capacity;
  }

  /** Rows of one table. */
  public static Changes of(Batch batch) {
    var changes = new Changes(batch.received());
    changes.additions.put(batch.table(), batch);
    changes.size = batch.received();
    return changes;
  }

  @Override
  public boolean isFull() {
    return size >= capacity || additions.values().stream().anyMatch(Batch::isFull);
  }

  @Override
  public boolean fits(Row row) {
    try {
      return switch (row.type().effect()) {
        case ADD -> hasNoRemovals() && !isOutOfOrder(row);
        case RETRACT -> hasNoRemovals();
        case REMOVE ->
            additions.isEmpty()
                && retractions.isEmpty()
                // each is answered for itself
                && !removalsOf(row.type()).containsKey(row.id(Column.ID));
      };
    } catch (RowException refused) {
      // it will be refused, whatever else there is
      return true;
    }
  }

  private boolean hasNoRemovals() {
    return removals.values().stream().allMatch(Map::isEmpty);
  }

  /** Whether something before the row would see it, or it would come back from a retraction. */
  private boolean isOutOfOrder(Row row) throws RowException {
    var table = row.type().table();
    var key = table.key();
    var retracted = retractions.get(table);
    long first = row.id(key.get(0));
    return table.target().map(own -> names(own).contains(first)).orElse(false)
        || retracted != null && retracted.contains(first, key.size() == 1 ? 0 : row.id(key.get(1)));
  }

  private Set<Long> names(Reference.Target target) {
    return named.computeIfAbsent(target, none -> new HashSet<>());
  }

  /** Takes a row that {@link #fits}, or refuses it when one of its fields throws. */
  @Override
  public void add(Row row) {
    size++;
    try {
      switch (row.type().effect()) {
        case ADD -> insert(row);
        case RETRACT -> {
          var key = row.type().columns();
          retract(row.type().table(), row.id(key.get(0)), row.id(key.get(1)), row.line());
        }
        case REMOVE -> remove(row.type(), row.id(Column.ID), row.line());
      }
    } catch (RowException refused) {
      rejects.add(RejectedRow.of(row, refused));
    }
  }

  private void insert(Row row) throws RowException {
    var table = row.type().table();
    for (var reference : table.references()) {
      names(reference.target()).add(row.id(reference.column()));
    }
    additions.computeIfAbsent(table, none -> new Batch(none, capacity)).add(row);
  }

  /**
   * Takes the row of a key away.
   *
   * @param object the second column of the key; 0 if it has but one
   */
  public void retract(FactTable table, long subject, long object, long line) {
    retractions.computeIfAbsent(table, none -> new Retractions()).add(subject, object, line);
  }

  private void remove(ChangeType type, long id, long line) {
    removalsOf(type).put(id, line);
  }

  private TreeMap<Long, Long> removalsOf(ChangeType type) {
    return removals.computeIfAbsent(type.table().target().orElseThrow(), none -> new TreeMap<>());
  }

  @Override
  public void reject(RejectedRow row) {
    size++;
    rejects.add(row);
  }

  /** Writes a line only if another one has changed something; else it counts as a duplicate. */
  public void onlyIf(long line, long otherLine) {
    conditions.put(line, otherLine);
  }

  /** Rows, retractions, removals and refused rows. */
  public int received() {
    return size;
  }

  Map<FactTable, Batch> additions() {
    return additions;
  }

  Map<FactTable, Retractions> retractions() {
    return retractions;
  }

  /** Ids and the lines that ask for their removal, in the order of the ids. */
  Map<Reference.Target, TreeMap<Long, Long>> removals() {
    return removals;
  }

  Map<Long, Long> conditions() {
    return conditions;
  }

  List<RejectedRow> rejects() {
    return rejects;
  }
}
