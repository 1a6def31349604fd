package io.minigram.insights.influence;

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

  static FollowersAndLikes of(double[] followers, double[] likesPerPhoto) {
    return new FollowersAndLikes(
        followers.length,
        Correlation.pearson(followers, likesPerPhoto),
        Correlation.spearman(followers, likesPerPhoto));
  }
}
