package io.minigram.ingest.batches;

/**
 * Remembers when users, photos or tags came into being, so that a batch asks the database only for
 * those it has not met. Each id has one place, which the latest one to ask for it takes: no memory
 * beyond the two arrays, no lists to keep. Not safe for threads.
 */
final class ReferenceCache {

  /** The id is not remembered, or the thing does not exist. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private final long[] ids;
  private final long[] created;
  private final int mask;

  /**
   * @param places at least so many
   */
  ReferenceCache(int places) {
    int powerOfTwo = places == 1 ? 1 : Integer.highestOneBit(places - 1) << 1;
    this.ids = new long[powerOfTwo];
    this.created = new long[powerOfTwo];
    this.mask = powerOfTwo - 1;
  }

  long get(long id) {
    int place = place(id);
    return ids[place] == id ? created[place] : UNKNOWN;
  }

  void put(long id, long micros) {
    int place = place(id);
    ids[place] = id;
    created[place] = micros;
  }

  void remove(long id) {
    int place = place(id);
    if (ids[place] == id) {
      created[place] = UNKNOWN;
    }
  }

  private int place(long id) {
    // neighbours stay neighbours: ids are mostly dense, and then no two of them share a place
    return (int) (id ^ id >>> 32) & mask;
  }
}
