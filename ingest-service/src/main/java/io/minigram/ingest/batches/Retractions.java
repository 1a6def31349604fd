package io.minigram.ingest.batches;

import java.util.TreeMap;

/** Keys of one table whose rows are to go, in their order, each once. */
final class Retractions {

  private record Key(long subject, long object) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = Long.compare(subject, other.subject);
      return order == 0 ? Long.compare(object, other.object) : order;
    }
  }

  private final TreeMap<Key, Long> lines = new TreeMap<>();

  /** False if the key is there already: what the first takes away is gone for the second. */
  boolean add(long subject, long object, long line) {
    return lines.putIfAbsent(new Key(subject, object), line) == null;
  }

  boolean contains(long subject, long object) {
    return lines.containsKey(new Key(subject, object));
  }

  long[] subjects() {
    return lines.keySet().stream().mapToLong(Key::subject).toArray();
  }

  long[] objects() {
    return lines.keySet().stream().mapToLong(Key::object).toArray();
  }

  long lineOf(long subject, long object) {
    return lines.get(new Key(subject, object));
  }
}
