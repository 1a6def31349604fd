package io.minigram.botdetector.scoring;

/**
 * What an account has done, as far as signals look at it.
 *
 * @param userId the account
 * @param photosLiked how many different photos it has liked
 */
public record AccountActivity(long userId, long photosLiked) {

  public AccountActivity {
    if (photosLiked < 0) {
      throw new IllegalArgumentException("photosLiked is negative: " + photosLiked);
    }
  }
}
