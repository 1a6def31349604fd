package io.minigram.botdetector.scoring;

import java.util.Locale;

/**
 * How much of what an account likes is stale: the surprise of its likes on photos that were older
 * than nine of ten photos are when they are liked. People like what is new to them; whoever works
 * through the pages of customers, or of everybody, likes what has long been there. Ages are in
 * whole days; a like that is older than its photo is of age 0. Cost: two looks at each like.
 */
final class Staleness implements Measurement {

  static final String NAME = "STALENESS";

  private static final int DAY = 86_400;
  private static final double FRESH_SHARE = 0.9;

  private final Events likes;
  private final int[] stale;
  private final int limit;
  private final double ordinaryShare;

  Staleness(Network network) {
    this.likes = network.likes();
    this.stale = new int[network.accounts()];
    if (!network.knowsMoments()) {
      this.limit = 0;
      this.ordinaryShare = 1;
      return;
    }
    var posted = network.posted();
    this.limit = oldestFresh(posted);
    long all = 0;
    for (int place = 0; place < likes.size(); place++) {
      if (age(place, posted) > limit) {
        stale[likes.actorAt(place)]++;
        all++;
      }
    }
    // One more than there are, so that where nothing is stale a single like is no surprise.
    this.ordinaryShare = (all + 1.0) / (likes.size() + 1.0);
  }

  /** The age that nine of ten photos do not exceed when they are liked. */
  private int oldestFresh(int[] posted) {
    int oldest = 0;
    for (int place = 0; place < likes.size(); place++) {
      oldest = Math.max(oldest, age(place, posted));
    }
    var ofAge = new int[oldest + 1];
    for (int place = 0; place < likes.size(); place++) {
      ofAge[age(place, posted)]++;
    }
    long younger = 0;
    int age = 0;
    while (age < oldest && younger + ofAge[age] < FRESH_SHARE * likes.size()) {
      younger += ofAge[age++];
    }
    return age;
  }

  private int age(int place, int[] posted) {
    long seconds = (long) likes.secondAt(place) - posted[likes.targetAt(place)];
    return (int) (Math.max(0, seconds) / DAY);
  }

  @Override
  public double value(int account) {
    return Surprise.of(stale[account], likes.countOf(account) * ordinaryShare);
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Liked %,d of %,d photos when they were more than %,d days old.",
        stale[account],
        likes.countOf(account),
        limit);
  }
}
