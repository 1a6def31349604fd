package io.minigram.insights.influence;

import java.nio.ByteBuffer;
import org.eclipse.microprofile.graphql.Description;

/** Whether who has more followers gets more likes a photo. */
@Description(
    "Whether who has more followers gets more likes a photo, over all users with at least one"
        + " photo, such as 4,966. A correlation is null with fewer than three, or if one figure"
        + " never varies.")
public record FollowersAndLikes(
    @Description("Users with at least one photo, such as 4966.") long users,
    @Description("Pearson's correlation: along a straight line, such as 0.98.") Correlation pearson,
    @Description("Spearman's correlation: by rank, ties at their mean rank, such as 0.29.")
        Correlation spearman) {

  /**
   * Takes what {@code followers_and_likes.sql} tells.
   *
   * @param packed of each user the followers in 4 bytes, and likes a photo in 8
   */
  static FollowersAndLikes of(byte[] packed) {
    var numbers = ByteBuffer.wrap(packed);
    int count = packed.length / (Integer.BYTES + Double.BYTES);
    var followers = new double[count];
    var likesPerPhoto = new double[count];
    for (int i = 0; i < count; i++) {
      followers[i] = numbers.getInt();
      likesPerPhoto[i] = numbers.getDouble();
    }
    return of(followers, likesPerPhoto);
  }

  private static FollowersAndLikes of(double[] followers, double[] likesPerPhoto) {
    return new FollowersAndLikes(
        followers.length,
        Correlation.pearson(followers, likesPerPhoto),
        Correlation.spearman(followers, likesPerPhoto));
  }
}
