package io.minigram.ingest.batches;

import io.minigram.ingest.rows.Reference.Target;
import io.minigram.ingest.transactions.NumberedStatement;
import io.minigram.ingest.transactions.Transaction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * Which users, photos and tags exist, and since when. What exists is remembered until its removal
 * is seen: each transaction first asks which removals there are by now, so it may not see one that
 * is committed later, and the sweep waits for such transactions to end.
 */
final class References {

  /** The id is not known: there never was such a thing. */
  static final long UNKNOWN = ReferenceCache.UNKNOWN;

  /** The thing was removed. */
  static final long ERASED = UNKNOWN + 1;

  /** With more removals than this at once it is easier to forget everything. */
  private static final int MOST_REMOVALS = 10_000;

  private final Map<Target, NumberedStatement> lookups = new EnumMap<>(Target.class);
  private final Map<Target, ReferenceCache> known = new EnumMap<>(Target.class);
  private final NumberedStatement lastRemoval = statement("last_removal.sql");
  private final NumberedStatement removalsSince = statement("removals_since.sql");
  private final NumberedStatement findRemoved = statement("find_removed.sql");
  private final int remembered;
  private long seen;

  /**
   * @param remembered of each target at least so many
   */
  References(int remembered) {
    this.remembered = remembered;
    for (var target : Target.values()) {
      lookups.put(target, statement(target.statement()));
    }
    forget();
  }

  private static NumberedStatement statement(String file) {
    return NumberedStatement.read("/sql/batches/" + file);
  }

  private void forget() {
    for (var target : Target.values()) {
      known.put(target, new ReferenceCache(remembered));
    }
  }

  /** What this transaction, which must have its number already, sees of references. */
  View view(Transaction transaction) {
    long last = transaction.queryLong(lastRemoval);
    catchUp(transaction, last);
    return new View(transaction, last);
  }

  private synchronized void catchUp(Transaction transaction, long last) {
    if (last <= seen) {
      return;
    }
    var removed =
        transaction.query(
            removalsSince,
            row -> Map.entry(Target.ofRemoval(row.text(1)), row.number(2)),
            seen,
            last,
            MOST_REMOVALS + 1);
    if (removed.size() > MOST_REMOVALS) {
      forget();
    } else {
      removed.forEach(entry -> known.get(entry.getKey()).remove(entry.getValue()));
    }
    seen = last;
  }

  private synchronized void remember(Target target, Map<Long, Long> found, long asOf) {
    // a removal that came in between may be of one of these
    if (asOf >= seen) {
      found.forEach(known.get(target)::put);
    }
  }

  private synchronized long remembered(Target target, long id) {
    return known.get(target).get(id);
  }

  /** What one transaction sees. */
  final class View {

    private final Transaction transaction;
    private final long asOf;
    private final Map<Target, Map<Long, Long>> found = new EnumMap<>(Target.class);

    private View(Transaction transaction, long asOf) {
      this.transaction = transaction;
      this.asOf = asOf;
    }

    /**
     * When these came into being (microseconds since 1970), or {@link #UNKNOWN} or {@link #ERASED}.
     *
     * @param ids distinct
     */
    LongUnaryOperator created(Target target, long[] ids) {
      var created = new HashMap<Long, Long>(ids.length * 2);
      var missing = LongStream.builder();
      for (long id : ids) {
        long micros = remembered(target, id);
        if (micros == UNKNOWN) {
          missing.add(id);
        } else {
          created.put(id, micros);
        }
      }
      var asked = missing.build().toArray();
      if (asked.length > 0) {
        var existing = lookUp(target, asked);
        var erased = erased(target, asked);
        existing.keySet().removeAll(erased);
        created.putAll(existing);
        found.computeIfAbsent(target, none -> new HashMap<>()).putAll(existing);
        erased.forEach(id -> created.put(id, ERASED));
      }
      return id -> created.getOrDefault(id, UNKNOWN);
    }

    private Map<Long, Long> lookUp(Target target, long[] ids) {
      var created = new HashMap<Long, Long>(ids.length * 2);
      transaction.query(
          lookups.get(target), row -> created.put(row.number(1), row.micros(2)), (Object) ids);
      return created;
    }

    /** Those of these ids whose things were removed. */
    Set<Long> erased(Target target, long[] ids) {
      return asOf == 0 || target == Target.TAG
          ? Set.of()
          : new HashSet<>(
              transaction.query(findRemoved, row -> row.number(1), target.removal(), ids));
    }

    /** To be called after the commit: until then what was found may be of this transaction only. */
    void remember() {
      found.forEach((target, ids) -> References.this.remember(target, ids, asOf));
    }
  }
}
