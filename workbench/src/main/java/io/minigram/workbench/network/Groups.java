package io.minigram.workbench.network;

/** Numbers from 0 on, dealt to groups of given sizes, one group after the other. */
final class Groups {

  private final long[] ends;

  Groups(long[] sizes) {
    ends = new long[sizes.length];
    long end = 0;
    for (int group = 0; group < sizes.length; group++) {
      end += sizes[group];
      ends[group] = end;
    }
  }

  long size() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  long size(int group) {
    return ends[group] - start(group);
  }

  /** The first number of the group. */
  long start(int group) {
    return group == 0 ? 0 : ends[group - 1];
  }

  /** The group that has the number. */
  int of(long number) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
