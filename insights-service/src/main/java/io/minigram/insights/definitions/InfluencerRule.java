package io.minigram.insights.definitions;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;

/**
 * Who counts as an influencer: whoever is followed by more than a share of all users, or the most
 * followed.
 *
 * @param minFollowerShare followed by <em>more</em> than this share of all users
 * @param top if not null, this many most followed instead, the lower id first
 */
public record InfluencerRule(Share minFollowerShare, Integer top) {

  /** Published: more than 10 % of all users. */
  public static final String MIN_FOLLOWER_SHARE = "0.1";

  public static final String ABOUT_MIN_FOLLOWER_SHARE =
      "An influencer is followed by more than this share of all users, 0 to 1, such as 0.1.";
  public static final String ABOUT_TOP =
      "If given, influencers are this many most followed users instead, such as 5, the lower id"
          + " first.";

  /**
   * Takes the rule from a request.
   *
   * @throws RequestException BAD_ARGUMENT if the share is not between 0 and 1, or top is below 1
   */
  public static InfluencerRule of(double minFollowerShare, Integer top) {
    if (top != null && top < 1) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, "top must be 1 or more, or left out, got " + top);
    }
    return new InfluencerRule(Share.of("minFollowerShare", minFollowerShare), top);
  }
}
