package io.minigram.insights.influence;

import io.minigram.insights.definitions.Confidence;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How much users engage with influencers' photos and with everyone else's. */
@Description(
    "How much users engage with influencers' photos and with everyone else's, such as 5.4 and 1.3."
        + " A test is null if a group has fewer than two pairs, or nothing varies.")
public record PairEngagement(
    @NonNull @Description("Engagement with influencers' photos, such as a mean of 5.366.")
        PairMean towardsInfluencers,
    @NonNull @Description("Engagement with everyone else's photos, such as a mean of 1.276.")
        PairMean towardsOthers,
    @NonNull
        @Description(
            "Engagement with the photos of everyone else who is no suspected bot, such as a mean of"
                + " 1.276.")
        PairMean towardsOthersWithoutBots,
    @Description(
            "Mean towards influencers / mean towards others, over the pairs that interacted at"
                + " all, such as 4.21; null if one of them is missing or the latter is 0.")
        Double ratio,
    @Description("The same against others without bots, such as 4.21.") Double ratioWithoutBots,
    @Description("Student's test, which assumes equal variances, such as t = 674.")
        TTest studentTest,
    @Description("Welch's test, which does not, such as t = 235.47.") TTest welchTest,
    @Description("Student's test against others without bots, such as t = 673.")
        TTest studentTestWithoutBots,
    @Description("Welch's test against others without bots, such as t = 235.4.")
        TTest welchTestWithoutBots) {

  static PairEngagement of(Compared compared, Confidence confidence) {
    return new PairEngagement(
        PairMean.of(compared.influencers()),
        PairMean.of(compared.others()),
        PairMean.of(compared.othersWithoutBots()),
        compared.ratio(),
        compared.ratioWithoutBots(),
        TTest.student(compared.influencers(), compared.others(), confidence),
        TTest.welch(compared.influencers(), compared.others(), confidence),
        TTest.student(compared.influencers(), compared.othersWithoutBots(), confidence),
        TTest.welch(compared.influencers(), compared.othersWithoutBots(), confidence));
  }
}
