package io.minigram.workbench.bench.detection;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes some users of a network bots and others hard to tell from bots.
 *
 * <p>All users are registered in the first half of the time, at half of the time they registered at
 * before, and bots act in the second half: so a bot may be registered at any time that others are.
 * What a bot had done before it was made one is forgotten, except for hijacked accounts.
 */
final class Injection {

  private Injection() {}

  /**
   * @param share of all users that become bots, in equal parts of each kind
   * @param kinds how many kinds, which are drawn; fewer if there are too few bots for a ring of
   *     each
   * @param camouflage how many innocent actions a bot takes for each fake one
   */
  static Truth into(
      Tables tables, double share, int kinds, int camouflage, UniformRandomProvider random) {
    var scene = new Scene(tables, random);
    new People(scene).enter();
    new Bots(scene, camouflage).enter((int) Math.round(share * tables.users()), kinds);
    tables.likes.shuffle(random);
    tables.comments.shuffle(random);
    tables.follows.shuffle(random);
    return scene.truth;
  }
}
