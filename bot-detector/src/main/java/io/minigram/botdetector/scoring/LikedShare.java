package io.minigram.botdetector.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;

/**
 * The seed rule of the second published report: an account is suspect once it has liked at least a
 * given share of all photos (there 5 %).
 *
 * <p>The contribution is {@code liked / (2 x minShare x photos)}, at most 1: it is one half exactly
 * at the rule's share, and 1 at twice that share.
 */
public final class LikedShare implements Signal {

  public static final String NAME = "LIKED_SHARE";

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int PERCENT_SCALE = 2;

  @Override
  public Contribution contribution(AccountActivity activity, Baseline baseline, Instant now) {
    if (baseline.photos() == 0) {
      return new Contribution(
          NAME, BigDecimal.ZERO, BigDecimal.ZERO, "There are no photos to like.");
    }
    var liked = BigDecimal.valueOf(activity.photosLiked());
    var photos = BigDecimal.valueOf(baseline.photos());
    var share = liked.divide(photos, Score.SCALE, RoundingMode.DOWN);
    var amount =
        liked
            .divide(
                TWO.multiply(baseline.minShare()).multiply(photos), Score.SCALE, RoundingMode.DOWN)
            .min(BigDecimal.ONE);
    // Rounded down as well: 4.996 % must not read as the 5.00 % that would have been suspect.
    var percent = liked.movePointRight(2).divide(photos, PERCENT_SCALE, RoundingMode.DOWN);
    return new Contribution(
        NAME,
        share,
        amount,
        String.format(
            Locale.ROOT,
            "Liked %,d of %,d photos (%s %%).",
            activity.photosLiked(),
            baseline.photos(),
            percent.toPlainString()));
  }
}
