package io.minigram.workbench.network;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The influencers with their followers and their photos. As planned actions they are the follows
 * towards influencers. Followers are not listed: the n-th one is computed.
 */
final class Influencers implements PlannedActions {

  private final int[] members;
  private final BitSet membership = new BitSet();
  private final int[] engaged;
  private final Permutation[] followers;
  private final Groups follows;
  private final int[] photos;
  private final Groups photoGroups;

  private Influencers(
      int[] members,
      int[] engaged,
      Permutation[] followers,
      Groups follows,
      Population population) {
    this.members = members;
    this.engaged = engaged;
    this.followers = followers;
    this.follows = follows;
    for (int member : members) {
      membership.set(member);
    }
    var photoCounts = new long[members.length];
    forEachPhoto(population, (influencer, photo) -> photoCounts[influencer]++);
    photoGroups = new Groups(photoCounts);
    photos = new int[Math.toIntExact(photoGroups.size())];
    var next = new int[members.length];
    forEachPhoto(
        population,
        (influencer, photo) -> {
          photos[Math.toIntExact(photoGroups.start(influencer)) + next[influencer]] = photo;
          next[influencer]++;
        });
  }

  static Influencers draw(
      NetworkParameters parameters, Population population, UniformRandomProvider random) {
    int users = population.users();
    int count = Math.toIntExact(parameters.influencers().draw(users, random));
    var members = members(count, population, random);
    var followers = new Permutation[count];
    var followerCounts = new long[count];
    for (int influencer = 0; influencer < count; influencer++) {
      followerCounts[influencer] = parameters.followers().draw(users, random);
      followers[influencer] = new Permutation(users - 1L, random.nextLong());
    }
    var engaged = engaged(count, parameters.engagedInfluencers(), random);
    return new Influencers(members, engaged, followers, new Groups(followerCounts), population);
  }

  /**
   * Draws users, each with the same chance, but one from each of as many equal strata of users
   * ordered by their number of photos. Five photos an influencer are then five almost exactly in
   * every network; drawn freely, their number alone would move a network's likes by 1.4 % and its
   * mean engagement with influencers by 4 % from seed to seed.
   */
  private static int[] members(int count, Population population, UniformRandomProvider random) {
    if (count == 0) {
      return new int[0];
    }
    long users = population.users();
    var ranks = new int[count];
    for (int stratum = 0; stratum < count; stratum++) {
      int from = (int) (users * stratum / count);
      int to = (int) (users * (stratum + 1) / count);
      ranks[stratum] = random.nextInt(from, to);
    }
    var photos = population.photosOfEach();
    var nextRank = new int[Arrays.stream(photos).max().orElseThrow() + 2];
    for (int posts : photos) {
      nextRank[posts + 1]++;
    }
    Arrays.parallelPrefix(nextRank, Integer::sum);
    var members = new int[count];
    int found = 0;
    for (int user = 0; user < photos.length; user++) {
      int rank = nextRank[photos[user]]++;
      if (Arrays.binarySearch(ranks, rank) >= 0) {
        members[found++] = user;
      }
    }
    return members;
  }

  private static int[] engaged(int count, Volume volume, UniformRandomProvider random) {
    var engaged = new int[count == 0 ? 0 : Math.toIntExact(volume.draw(count, random))];
    var engagedFirst = new Permutation(count, random.nextLong());
    for (int place = 0; place < engaged.length; place++) {
      engaged[place] = (int) engagedFirst.at(place);
    }
    return engaged;
  }

  /** Sorted. */
  int[] members() {
    return members.clone();
  }

  boolean contains(int user) {
    return membership.get(user);
  }

  /** Numbers of the influencers whose followers act on every photo. */
  int[] engaged() {
    return engaged.clone();
  }

  long followers(int influencer) {
    return follows.size(influencer);
  }

  /** The user that is the n-th follower, counted from 0. */
  int follower(int influencer, long n) {
    int other = (int) followers[influencer].at(n);
    return other < members[influencer] ? other : other + 1;
  }

  long photos(int influencer) {
    return photoGroups.size(influencer);
  }

  /** The n-th photo, counted from 0. */
  int photo(int influencer, long n) {
    return photos[(int) (photoGroups.start(influencer) + n)];
  }

  @Override
  public long size() {
    return follows.size();
  }

  @Override
  public void take(long number, Action action) throws IOException {
    int influencer = follows.of(number);
    action.of(follower(influencer, number - follows.start(influencer)), members[influencer]);
  }

  private void forEachPhoto(Population population, PhotoOf consumer) {
    for (int photo = 0; photo < population.photos(); photo++) {
      int owner = population.owner()[photo];
      if (membership.get(owner)) {
        consumer.accept(Arrays.binarySearch(members, owner), photo);
      }
    }
  }

  @FunctionalInterface
  private interface PhotoOf {
    void accept(int influencer, int photo);
  }
}
