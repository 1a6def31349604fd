package io.minigram.botdetector.scoring;

import java.util.Locale;

/**
 * How much an account comes back to the same few owners without following them: the surprise of
 *
 * <pre>  returns = likes on owners it does not follow, less the number of these owners,
 *           less what the owner with the most of them brought</pre>
 *
 * where, by chance, it would return at most as often as two of its n likes meet on one owner,
 *
 * <pre>  expected = n (n - 1) / 2 x (sum of the squares of the owners' shares of all likes)</pre>
 *
 * Followers come back to their idols, and anybody may have one idol more; whoever returns to
 * several owners of whom it expects no news may be paid for it. Cost: one look at each like and
 * follow.
 */
final class Concentration implements Measurement {

  static final String NAME = "CONCENTRATION";

  private final int[] liked;
  private final int[] owners;
  private final int[] mostOnOwner;
  private final double meeting;

  Concentration(Network network) {
    int accounts = network.accounts();
    var likes = network.likes();
    this.liked = new int[accounts];
    this.owners = new int[accounts];
    this.mostOnOwner = new int[accounts];
    // of each account, the last owner it was found to follow (like), and one more: photos go by
    // owner
    var follows = new int[accounts];
    var likedLast = new int[accounts];
    var onOwner = new int[accounts];
    double squares = 0;
    long ofOwner = 0;
    int last = -1;
    for (int photo = 0; photo < network.photos(); photo++) {
      int owner = network.owners()[photo];
      if (owner != last) {
        squares += (double) ofOwner * ofOwner;
        ofOwner = 0;
        last = owner;
        markFollowers(owner, network.follows(), follows);
      }
      ofOwner += likes.countOn(photo);
      for (int place = likes.firstPlaceOn(photo); place < likes.firstPlaceOn(photo + 1); place++) {
        int actor = likes.actorAt(place);
        if (follows[actor] != owner + 1) {
          if (likedLast[actor] != owner + 1) {
            likedLast[actor] = owner + 1;
            onOwner[actor] = 0;
            owners[actor]++;
          }
          liked[actor]++;
          mostOnOwner[actor] = Math.max(mostOnOwner[actor], ++onOwner[actor]);
        }
      }
    }
    squares += (double) ofOwner * ofOwner;
    this.meeting = squares / Math.max(1, (double) likes.size() * likes.size());
  }

  private static void markFollowers(int owner, Events follows, int[] marks) {
    marks[owner] = owner + 1;
    for (int place = follows.firstPlaceOn(owner);
        place < follows.firstPlaceOn(owner + 1);
        place++) {
      marks[follows.actorAt(place)] = owner + 1;
    }
  }

  @Override
  public double value(int account) {
    double pairs = liked[account] * (liked[account] - 1.0) / 2;
    return liked[account] == 0 ? 0 : Surprise.of(returns(account), pairs * meeting);
  }

  private int returns(int account) {
    return liked[account] - owners[account] - (mostOnOwner[account] - 1);
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "Gave %,d likes to only %,d owners, none of whom it follows.",
        liked[account],
        owners[account]);
  }
}
