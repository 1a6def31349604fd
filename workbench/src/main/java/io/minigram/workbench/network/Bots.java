package io.minigram.workbench.network;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** The bots; as planned actions, their likes: each likes many different photos at random. */
final class Bots implements PlannedActions {

  private final int[] members;
  private final Permutation[] likedFirst;
  private final Groups likes;

  private Bots(int[] members, Permutation[] likedFirst, Groups likes) {
    this.members = members;
    this.likedFirst = likedFirst;
    this.likes = likes;
  }

  static Bots draw(
      NetworkParameters parameters, Influencers influencers, UniformRandomProvider random) {
    int users = parameters.users();
    var members = new int[Math.toIntExact(parameters.bots().draw(users, random))];
    var candidates = new Permutation(users, random.nextLong());
    int place = 0;
    for (int bot = 0; bot < members.length; place++) {
      int candidate = (int) candidates.at(place);
      if (!influencers.contains(candidate)) {
        members[bot++] = candidate;
      }
    }
    Arrays.sort(members);
    var likedFirst = new Permutation[members.length];
    var likeCounts = new long[members.length];
    for (int bot = 0; bot < members.length; bot++) {
      likeCounts[bot] = parameters.botLikes().draw(parameters.photos(), random);
      likedFirst[bot] = new Permutation(parameters.photos(), random.nextLong());
    }
    return new Bots(members, likedFirst, new Groups(likeCounts));
  }

  /** Sorted. */
  int[] members() {
    return members.clone();
  }

  @Override
  public long size() {
    return likes.size();
  }

  @Override
  public void take(long number, Action action) throws IOException {
    int bot = likes.of(number);
    action.of(members[bot], (int) likedFirst[bot].at(number - likes.start(bot)));
  }
}
