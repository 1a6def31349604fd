package io.minigram.insights.content;

import io.minigram.insights.definitions.CommentWeight;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a photo's rank is made of, in whole numbers: like × likes + comment × comments.
 *
 * @param like what a like counts, zero or more
 * @param comment what a comment counts, zero or more
 */
record Weights(long like, long comment) {

  static final Weights LIKES = new Weights(1, 0);
  static final Weights COMMENTS = new Weights(0, 1);

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Of engagement; its sum is {@code like()} times as large as engagement. */
  static Weights of(CommentWeight weight) {
    var ratio = weight.ratio();
    return new Weights(ratio.like(), ratio.comment());
  }

  /** The least sum of a photo with at least this engagement. */
  long sum(BigDecimal engagement) {
    return engagement
        .multiply(BigDecimal.valueOf(like))
        .setScale(0, RoundingMode.CEILING)
        .min(MOST)
        .longValueExact();
  }

  double engagement(long likes, long comments) {
    return (double) (like * likes + comment * comments) / like;
  }

  /** The engagement that has this sum. */
  double engagement(long sum) {
    return (double) sum / like;
  }

  /**
   * What a photo with at least this sum has in 2 × likes + 3 × comments, by which photos are
   * indexed: a part of the sum that is made of likes is 2 / like of itself there, one that is made
   * of comments 3 / comment, and the smaller of the two holds for any mixture.
   */
  double leastOfIndex(long sum) {
    double ofLikes = like == 0 ? Double.POSITIVE_INFINITY : 2.0 / like;
    double ofComments = comment == 0 ? Double.POSITIVE_INFINITY : 3.0 / comment;
    return sum * Math.min(ofLikes, ofComments);
  }
}
