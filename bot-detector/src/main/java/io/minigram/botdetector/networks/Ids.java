package io.minigram.botdetector.networks;

import java.util.Arrays;

/** Distinct ids, each with an index from 0 on. */
final class Ids {

  private final long[] sorted;
  private final int[] indexes;

  private Ids(long[] sorted, int[] indexes) {
    this.sorted = sorted;
    this.indexes = indexes;
  }

  /** In ascending order; ids may repeat. */
  static Ids of(long[] ids) {
    var sorted = Arrays.stream(ids).sorted().distinct().toArray();
    var indexes = new int[sorted.length];
    Arrays.setAll(indexes, place -> place);
    return new Ids(sorted, indexes);
  }

  /**
   * The same ids in another order.
   *
   * @param keys what to order by, one key for each index; ids of the same key stay in their order
   */
  Ids orderedBy(int[] keys) {
    var places = new long[sorted.length];
    for (int place = 0; place < places.length; place++) {
      places[place] = (long) keys[indexes[place]] << Integer.SIZE | place;
    }
    Arrays.sort(places);
    var ordered = new int[places.length];
    for (int index = 0; index < places.length; index++) {
      ordered[(int) places[index]] = index;
    }
    return new Ids(sorted, ordered);
  }

  int size() {
    return sorted.length;
  }

  /** The id's index; negative if there is no such id. */
  int indexOf(long id) {
    int place = Arrays.binarySearch(sorted, id);
    return place < 0 ? -1 : indexes[place];
  }

  /** The id of each index. */
  long[] byIndex() {
    var ids = new long[sorted.length];
    for (int place = 0; place < sorted.length; place++) {
      ids[indexes[place]] = sorted[place];
    }
    return ids;
  }
}
