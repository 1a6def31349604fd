package io.minigram.insights.definitions;

import io.minigram.edge.error.RequestException;
import java.math.BigDecimal;

/**
 * Who is suspected to be a bot. Rules that name the same accounts are equal.
 *
 * @param set whose word is taken
 * @param minLikedShare for {@link SuspectSet#LIKED_SHARE}: liked at least this share of all photos,
 *     and at least one; for the others the default, which says nothing
 */
public record SuspectRule(SuspectSet set, Share minLikedShare) {

  /** The published report's rule; a {@link SuspectSet}. */
  public static final String SUSPECTS = "LIKED_SHARE";

  /** Published: at least 5 % of all photos. */
  public static final String MIN_LIKED_SHARE = "0.05";

  public static final String ABOUT_SUSPECTS =
      "Whose word is taken on who is a bot, such as DETECTOR for bot-detector's.";
  public static final String ABOUT_MIN_LIKED_SHARE =
      "A suspected bot has liked at least this share of all photos, 0 to 1, and at least one"
          + " photo, such as 0.05. Only for suspects: LIKED_SHARE.";

  private static final Share DEFAULT_SHARE = new Share(new BigDecimal(MIN_LIKED_SHARE));

  /**
   * Takes the rule from a request.
   *
   * @throws RequestException BAD_ARGUMENT if the share is not between 0 and 1
   */
  public static SuspectRule of(SuspectSet set, double minLikedShare) {
    var share = Share.of("minLikedShare", minLikedShare);
    return new SuspectRule(set, set == SuspectSet.LIKED_SHARE ? share : DEFAULT_SHARE);
  }

  /** The rule by liked share; for fields that do not take {@code suspects} yet. */
  public static SuspectRule of(double minLikedShare) {
    return of(SuspectSet.LIKED_SHARE, minLikedShare);
  }

  /**
   * Whether this is a published set under its default, whose accounts and sums the tables {@code
   * insights.suspect…}, {@code insights.calendar} and {@code insights.event_hour} hold under {@code
   * set().name()}. Otherwise it is a liked share of the caller's own, to be worked out.
   */
  public boolean isMaterialised() {
    return minLikedShare.value().compareTo(DEFAULT_SHARE.value()) == 0;
  }
}
