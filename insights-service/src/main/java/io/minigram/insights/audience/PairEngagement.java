package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How much users engage with influencers' photos and with everyone else's. */
@Description("How much users engage with influencers' photos and with everyone else's.")
public record PairEngagement(
    @NonNull @Description("Engagement with influencers' photos.") PairMean towardsInfluencers,
    @NonNull @Description("Engagement with everyone else's photos.") PairMean towardsOthers,
    @Description(
            "Mean towards influencers / mean towards others, over the pairs that interacted at"
                + " all; null if one of them is missing or the latter is 0.")
        Double ratio,
    @Description(
            "Whether the two means differ by more than chance; null if one group has fewer than"
                + " two pairs, or nothing varies.")
        WelchTest welchTest) {

  static PairEngagement of(PairMean towardsInfluencers, PairMean towardsOthers) {
    return new PairEngagement(
        towardsInfluencers,
        towardsOthers,
        ratio(towardsInfluencers.mean(), towardsOthers.mean()),
        WelchTest.of(towardsInfluencers, towardsOthers));
  }

  private static Double ratio(Double influencers, Double others) {
    return influencers == null || others == null || others == 0 ? null : influencers / others;
  }
}
