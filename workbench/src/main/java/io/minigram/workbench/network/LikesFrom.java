package io.minigram.workbench.network;

/** The earliest moment of a like, given when its user registered and its photo was posted. */
public enum LikesFrom {
  /** The later of the two: no like is older than its photo or its user. */
  LATER {
    @Override
    int of(int registered, int posted) {
      return Math.max(registered, posted);
    }
  },
  /** The earlier of the two, as in the published data: a like can be older than its photo. */
  EARLIER {
    @Override
    int of(int registered, int posted) {
      return Math.min(registered, posted);
    }
  };

  abstract int of(int registered, int posted);
}
