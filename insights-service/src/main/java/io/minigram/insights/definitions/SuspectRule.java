package io.minigram.insights.definitions;

import io.minigram.edge.error.RequestException;

/**
 * Who is suspected to be a bot: whoever has liked a share of all photos.
 *
 * @param minLikedShare liked at least this share of all photos, and at least one
 */
public record SuspectRule(Share minLikedShare) {

  /** Published: at least 5 % of all photos. */
  public static final String MIN_LIKED_SHARE = "0.05";

  public static final String ABOUT_MIN_LIKED_SHARE =
      "A suspected bot has liked at least this share of all photos, 0 to 1, and at least one"
          + " photo.";

  /**
   * Takes the rule from a request.
   *
   * @throws RequestException BAD_ARGUMENT if the share is not between 0 and 1
   */
  public static SuspectRule of(double minLikedShare) {
    return new SuspectRule(Share.of("minLikedShare", minLikedShare));
  }
}
