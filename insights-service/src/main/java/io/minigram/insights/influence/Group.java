package io.minigram.insights.influence;

import io.minigram.insights.definitions.CommentWeight;
import java.math.BigDecimal;

/**
 * Sums over a group of accounts; exact, but for the rate.
 *
 * @param users accounts in the group
 * @param activity sum of what they did
 * @param activitySquared sum of its squares
 * @param photos sum of their photos
 * @param photosSquared sum of the squares
 * @param following sum of the accounts they follow
 * @param followers sum of their followers
 * @param rate activity rate of those who have one
 * @param pairs of an account that liked or commented and one of the group that it did it to
 * @param likes sum over the pairs of likes
 * @param comments sum over the pairs of comments
 * @param likesSquared sum over the pairs of likes²
 * @param likesByComments sum over the pairs of likes × comments
 * @param commentsSquared sum over the pairs of comments²
 */
record Group(
    long users,
    BigDecimal activity,
    BigDecimal activitySquared,
    BigDecimal photos,
    BigDecimal photosSquared,
    BigDecimal following,
    BigDecimal followers,
    Sample rate,
    BigDecimal pairs,
    BigDecimal likes,
    BigDecimal comments,
    BigDecimal likesSquared,
    BigDecimal likesByComments,
    BigDecimal commentsSquared) {

  static final Group EMPTY =
      new Group(
          0,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          Sample.EMPTY,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO);

  Group plus(Group other) {
    return new Group(
        users + other.users,
        activity.add(other.activity),
        activitySquared.add(other.activitySquared),
        photos.add(other.photos),
        photosSquared.add(other.photosSquared),
        following.add(other.following),
        followers.add(other.followers),
        rate.plus(other.rate),
        pairs.add(other.pairs),
        likes.add(other.likes),
        comments.add(other.comments),
        likesSquared.add(other.likesSquared),
        likesByComments.add(other.likesByComments),
        commentsSquared.add(other.commentsSquared));
  }

  Sample activitySample() {
    return Sample.ofSums(users, activity, activitySquared);
  }

  /** Who never posted counts with 0. */
  Sample postsSample() {
    return Sample.ofSums(users, photos, photosSquared);
  }

  /** Of e = likes + w × comments: Σe = Σl + wΣc and Σe² = Σl² + 2wΣlc + w²Σc². */
  Sample engagementSample(CommentWeight weight) {
    var w = weight.value();
    return Sample.ofSums(
        pairs.longValueExact(),
        likes.add(w.multiply(comments)),
        likesSquared
            .add(w.multiply(likesByComments).multiply(BigDecimal.valueOf(2)))
            .add(w.pow(2).multiply(commentsSquared)));
  }
}
