package io.minigram.botdetector.scoring;

import java.util.Locale;

/**
 * How lopsided an account is: the surprise of all it has given (photos liked, photos commented on,
 * accounts followed), where as much is expected as came back to it (likes and comments on its
 * photos, followers), or as accounts of its age give on average, whichever is more. A made-up
 * profile has few photos and followers, and much to do since its first day. Cost: one look at each
 * account and photo.
 */
final class Profiles implements Measurement {

  static final String NAME = "PROFILE";

  private static final int DAY = 86_400;

  private final int[] given;
  private final int[] received;
  private final int[] registered;
  private final int end;
  private final double pace;

  Profiles(Network network) {
    int accounts = network.accounts();
    var likes = network.likes();
    var comments = network.comments();
    var follows = network.follows();
    this.given = new int[accounts];
    this.received = new int[accounts];
    this.registered = network.registered();
    this.end = Math.max(likes.latest(), Math.max(comments.latest(), follows.latest()));
    long all = 0;
    double days = 0;
    for (int account = 0; account < accounts; account++) {
      given[account] =
          likes.countOf(account) + comments.countOf(account) + follows.countOf(account);
      received[account] = follows.countOn(account);
      all += given[account];
      days += days(account);
    }
    for (int photo = 0; photo < network.photos(); photo++) {
      received[network.owners()[photo]] += likes.countOn(photo) + comments.countOn(photo);
    }
    this.pace = all / Math.max(1, days);
  }

  /**
   * Its age; a day at least, so that what is done on the first one is measured against something.
   */
  private double days(int account) {
    return Math.max(1, ((double) end - registered[account]) / DAY);
  }

  @Override
  public double value(int account) {
    double expected = Math.max(received[account], pace * days(account));
    return given[account] == 0 ? 0 : Surprise.of(given[account], expected);
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Liked, commented and followed %,d times in %,.0f days, and got %,d such things back.",
        given[account],
        days(account),
        received[account]);
  }
}
