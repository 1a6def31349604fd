package io.minigram.botdetector.scoring;

import java.util.Locale;

/**
 * How often an account has followed somebody and soon taken it back: the surprise of its follows
 * that lasted less than 30 days, where the share is expected that such follows have of all that
 * were ever made. Whoever follows to be followed back, and then makes room for the next ones, does
 * so all the time. Cost: one look at each follow that was taken back.
 */
final class Churn implements Measurement {

  static final String NAME = "FOLLOW_CHURN";

  private static final int DAYS = 30;
  private static final int SOON = DAYS * 86_400;

  private final int[] made;
  private final int[] soonTakenBack;
  private final double ordinaryShare;

  Churn(Network network) {
    int accounts = network.accounts();
    this.made = new int[accounts];
    this.soonTakenBack = new int[accounts];
    var unfollows = network.unfollows();
    long soon = 0;
    for (int unfollow = 0; unfollow < unfollows.size(); unfollow++) {
      int follower = unfollows.followers()[unfollow];
      made[follower]++;
      if (unfollows.lasted()[unfollow] < SOON) {
        soonTakenBack[follower]++;
        soon++;
      }
    }
    long all = (long) unfollows.size() + network.follows().size();
    for (int account = 0; account < accounts; account++) {
      made[account] += network.follows().countOf(account);
    }
    // One more than there are, so that where nobody takes anything back a single one is no
    // surprise.
    this.ordinaryShare = (soon + 1.0) / (all + 1.0);
  }

  @Override
  public double value(int account) {
    return Surprise.of(soonTakenBack[account], made[account] * ordinaryShare);
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Took back %,d of %,d follows within %d days.",
        soonTakenBack[account],
        made[account],
        DAYS);
  }
}
