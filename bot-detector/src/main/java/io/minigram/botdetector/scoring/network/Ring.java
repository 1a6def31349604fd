package io.minigram.botdetector.scoring.network;

import java.util.List;

/**
 * Accounts that act together, and whom that serves.
 *
 * @param members their indexes, ascending
 * @param photos how many photos at least two of them liked or commented
 * @param follows how many accounts at least two of them follow
 * @param firstSecond when a member did the first of that, see {@link Network#EPOCH}
 * @param lastSecond when a member did the last of that
 * @param boosted the owners on whom most of that fell, the most first
 */
public record Ring(
    List<Integer> members,
    int photos,
    int follows,
    int firstSecond,
    int lastSecond,
    List<Boosted> boosted) {

  public Ring {
    members = List.copyOf(members);
    boosted = List.copyOf(boosted);
    if (firstSecond > lastSecond) {
      throw new IllegalArgumentException("A ring ends before it begins");
    }
  }

  /**
   * An account whose photos the ring likes and comments, or which it follows. It need not know of
   * that: a bot may act on anybody's photos.
   *
   * @param owner its index
   * @param photos how many of its photos at least two members liked or commented
   * @param fromRing likes, comments and follows that it got from members
   * @param all likes, comments and follows that it got
   * @param atLeast the lower bound of the share from members, with 95 % confidence: Wilson's score
   *     interval, one-sided
   */
  public record Boosted(int owner, int photos, int fromRing, int all, double atLeast) {}
}
