package io.minigram.workbench.bench.detection;

import static io.minigram.workbench.bench.detection.Scene.DAY;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Follows that were taken back, beside those that stand. Everybody changes their mind now and then,
 * and a few people tidy up; in half of the follow farms, members also follow others at random to be
 * followed back, and take it back within a week.
 */
final class Unfollowing {

  /** Follows taken back by a person, of those that stand. */
  private static final double REGRETTED = 0.1;

  private static final double WHO_TIDY_UP = 0.02;
  private static final int MEAN_LASTING = 200 * DAY;

  private final Tables tables;
  private final UniformRandomProvider random;

  private Unfollowing(Tables tables, UniformRandomProvider random) {
    this.tables = tables;
    this.random = random;
  }

  static void into(Tables tables, Truth truth, UniformRandomProvider random) {
    var unfollowing = new Unfollowing(tables, random);
    unfollowing.people();
    for (var ring : truth.rings()) {
      if (ring.kind() == BotKind.FOLLOW_FARMS && random.nextBoolean()) {
        unfollowing.churn(ring.members());
      }
    }
  }

  private void people() {
    for (int follow = 0; follow < tables.follows.size(); follow++) {
      if (random.nextDouble() < REGRETTED) {
        takeBack(tables.follows.actor(follow), exponential(MEAN_LASTING));
      }
    }
    for (int user = 0; user < tables.users(); user++) {
      if (random.nextDouble() < WHO_TIDY_UP) {
        for (int each = random.nextInt(10, 41); each > 0; each--) {
          takeBack(user, exponential(MEAN_LASTING));
        }
      }
    }
  }

  private void churn(int[] members) {
    for (int member : members) {
      for (int each = random.nextInt(50, 151); each > 0; each--) {
        takeBack(member, random.nextInt(DAY, 7 * DAY));
      }
    }
  }

  /** Somebody at random was followed for some seconds. */
  private void takeBack(int follower, int lasting) {
    int followee = random.nextInt(tables.users());
    int earliest = Math.max(tables.registered[follower], tables.registered[followee]);
    int latest = tables.end - lasting;
    if (followee != follower && latest > earliest) {
      int start = random.nextInt(earliest, latest);
      tables.unfollows.add(follower, followee, start);
      tables.unfollowed.add(start + lasting);
    }
  }

  private int exponential(int mean) {
    return (int) (-mean * Math.log(1 - random.nextDouble()));
  }
}
