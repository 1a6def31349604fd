package io.minigram.botdetector.scoring;

/**
 * Follows that the follower has taken back, in columns with one entry each; somebody may be
 * followed and unfollowed again and again.
 *
 * @param followers who had followed
 * @param lasted for how many seconds
 */
public record Unfollows(int[] followers, int[] lasted) {

  /** Nothing was taken back, or nobody knows. */
  public static final Unfollows NONE = new Unfollows(new int[0], new int[0]);

  public Unfollows {
    if (followers.length != lasted.length) {
      throw new IllegalArgumentException("Columns differ in length");
    }
  }

  int size() {
    return followers.length;
  }
}
