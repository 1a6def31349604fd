package io.minigram.insights.influence;

import java.util.List;
import java.util.Locale;

/**
 * What an influence score was computed from, to be explained.
 *
 * @param followers all of them
 * @param following accounts followed
 * @param photos posted
 * @param trueFollowers followers less suspected bots
 * @param trueEngagement (likes + 1.5 × comments) / photos, less suspected bots'; 0 without photos
 * @param reachBenchmark a tenth of all users
 * @param engagementBenchmark mean of (likes + 1.5 × comments) over all photos, less suspected bots'
 * @param reach 0 to 1
 * @param attention 0 to 1
 * @param engagement 0 to 1
 * @param score 0 to 100
 */
record Weighing(
    long followers,
    long following,
    long photos,
    double trueFollowers,
    double trueEngagement,
    double reachBenchmark,
    double engagementBenchmark,
    double reach,
    double attention,
    double engagement,
    double score) {

  InfluenceScore explained() {
    return new InfluenceScore(
        score,
        List.of(
            new ScoreComponent(
                ScorePart.REACH,
                trueFollowers,
                reachBenchmark,
                reach,
                text(
                    "%,.0f of %,d followers are no suspected bots; a tenth of all users is %,.1f.",
                    trueFollowers, followers, reachBenchmark)),
            new ScoreComponent(
                ScorePart.ATTENTION,
                following == 0 ? null : trueFollowers / following,
                1,
                attention,
                following == 0
                    ? "Follows nobody."
                    : text(
                        "%,.2f followers for each of %,d accounts followed; 1 would be even.",
                        trueFollowers / following, following)),
            new ScoreComponent(
                ScorePart.ENGAGEMENT,
                photos == 0 ? null : trueEngagement,
                engagementBenchmark,
                engagement,
                photos == 0
                    ? "Has no photo."
                    : text(
                        "%,.2f likes + 1.5 × comments a photo over %,d photos, suspected bots left"
                            + " out; %,.2f over all photos.",
                        trueEngagement, photos, engagementBenchmark))));
  }

  private static String text(String form, Object... figures) {
    return String.format(Locale.ROOT, form, figures);
  }
}
