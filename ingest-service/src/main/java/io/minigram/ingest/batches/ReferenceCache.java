package io.minigram.ingest.batches;

/**
 * Remembers when users, photos or tags came into being, so that a batch asks the database only for
 * those it has not met. Each id has one place, which the latest one to ask for it takes: no memory
 * beyond the two arrays, no lists to keep. When many ids have pushed another one out, there are
 * twice as many places from then on, up to a limit. Not safe for threads.
 */
final class ReferenceCache {

  /** The id is not remembered, or the thing does not exist. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final int FEWEST_PLACES = 1 << 16;
  private static final int PUSHED_OUT_SHARE = 8;

  private final int mostPlaces;
  private long[] ids;
  private long[] created;
  private int mask;
  private int pushedOut;

  /**
   * @param mostPlaces at least so many, in the end
   */
  ReferenceCache(int mostPlaces) {
    this.mostPlaces = mostPlaces == 1 ? 1 : Integer.highestOneBit(mostPlaces - 1) << 1;
    allot(Math.min(FEWEST_PLACES, this.mostPlaces));
  }

  private void allot(int places) {
    ids = new long[places];
    created = new long[places];
    mask = places - 1;
    pushedOut = 0;
  }

  long get(long id) {
    int place = place(id);
    return ids[place] == id ? created[place] : UNKNOWN;
  }

  void put(long id, long micros) {
    int place = place(id);
    // an empty place has id 0, which nothing has
    if (ids[place] != id && ids[place] != 0) {
      pushedOut++;
      if (pushedOut > ids.length / PUSHED_OUT_SHARE && ids.length < mostPlaces) {
        grow();
        place = place(id);
      }
    }
    ids[place] = id;
    created[place] = micros;
  }

  private void grow() {
    var formerIds = ids;
    var formerCreated = created;
    allot(2 * formerIds.length);
    for (int former = 0; former < formerIds.length; former++) {
      int place = place(formerIds[former]);
      ids[place] = formerIds[former];
      created[place] = formerCreated[former];
    }
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
