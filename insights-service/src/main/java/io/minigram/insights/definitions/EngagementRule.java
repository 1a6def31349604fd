package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.math.BigDecimal;

/**
 * Which photos are highly engaged: the top share of all photos, or those from an engagement on.
 *
 * @param share this share of all photos, rounded up to whole photos; ties with the last are in,
 *     photos without engagement are not
 * @param minEngagement if not null, the photos with at least this engagement instead
 * @param commentWeight what a comment is worth
 */
public record EngagementRule(Share share, BigDecimal minEngagement, CommentWeight commentWeight) {

  /** The top 1 % of all photos. */
  public static final String SHARE = "0.01";

  /** Published: likes + 1.5 × comments. */
  public static final String COMMENT_WEIGHT = "1.5";

  public static final String ABOUT_SHARE =
      "Highly engaged is this top share of all photos, 0 to 1, rounded up to whole photos. Ties"
          + " with the last one are in; photos without engagement are not. Such as 0.01.";
  public static final String ABOUT_MIN_ENGAGEMENT =
      "If given, highly engaged are the photos with at least this engagement instead (500 in the"
          + " published report).";
  public static final String ABOUT_COMMENT_WEIGHT =
      "How many likes a comment is worth: engagement is likes + commentWeight × comments,"
          + " such as 1.5. At most 1,000,000, with at most six decimals.";

  /**
   * Takes the rule from a request.
   *
   * @throws RequestException BAD_ARGUMENT if the share is not between 0 and 1, or one of the others
   *     is negative
   */
  public static EngagementRule of(double share, Double minEngagement, double commentWeight) {
    if (minEngagement != null && !(minEngagement >= 0 && Double.isFinite(minEngagement))) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "minEngagement must be zero or more, or left out, got " + minEngagement);
    }
    return new EngagementRule(
        Share.of("share", share),
        minEngagement == null ? null : BigDecimal.valueOf(minEngagement),
        CommentWeight.of(commentWeight));
  }
}
