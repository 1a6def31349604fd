package io.minigram.botdetector.scoring;

import java.util.Locale;

/**
 * How much an account has to do with strangers: the surprise of its likes and comments on photos of
 * owners whom it neither follows nor is followed by, where the share is expected that all likes and
 * comments have. People act on what they see, and they see whom they follow. Own photos are left
 * out. Cost: one look at each like and comment, two at each follow.
 */
final class Strangers implements Measurement {

  static final String NAME = "STRANGERS";

  private final int[] actions;
  private final int[] onStrangers;
  private final double ordinaryShare;

  Strangers(Network network) {
    int accounts = network.accounts();
    this.actions = new int[accounts];
    this.onStrangers = new int[accounts];
    var follows = network.follows();
    // of each account, the last owner it was found to know, and one more: photos go by owner
    var knows = new int[accounts];
    int last = -1;
    for (int photo = 0; photo < network.photos(); photo++) {
      int owner = network.owners()[photo];
      if (owner != last) {
        last = owner;
        markAcquaintances(owner, follows, knows);
      }
      count(network.likes(), photo, knows, owner);
      count(network.comments(), photo, knows, owner);
    }
    long all = 0;
    long strange = 0;
    for (int account = 0; account < accounts; account++) {
      all += actions[account];
      strange += onStrangers[account];
    }
    // One more than there are, so that among friends a single like is no surprise.
    this.ordinaryShare = (strange + 1.0) / (all + 1.0);
  }

  private static void markAcquaintances(int owner, Events follows, int[] knows) {
    knows[owner] = owner + 1;
    for (int place = follows.firstPlaceOn(owner);
        place < follows.firstPlaceOn(owner + 1);
        place++) {
      knows[follows.actorAt(place)] = owner + 1;
    }
    for (int number = 0; number < follows.countOf(owner); number++) {
      knows[follows.targetAt(follows.placeOf(owner, number))] = owner + 1;
    }
  }

  private void count(Events events, int photo, int[] knows, int owner) {
    for (int place = events.firstPlaceOn(photo); place < events.firstPlaceOn(photo + 1); place++) {
      int actor = events.actorAt(place);
      if (actor != owner) {
        actions[actor]++;
        if (knows[actor] != owner + 1) {
          onStrangers[actor]++;
        }
      }
    }
  }

  @Override
  public double value(int account) {
    return Surprise.of(onStrangers[account], actions[account] * ordinaryShare);
  }

  @Override
  public String sentence(int account) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d likes and comments went to owners that it neither follows nor is followed by.",
        onStrangers[account],
        actions[account]);
  }
}
