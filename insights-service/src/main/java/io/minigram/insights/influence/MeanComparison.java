package io.minigram.insights.influence;

import io.minigram.insights.definitions.Confidence;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The mean of a figure over influencers and others, and whether the difference may be chance. */
@Description(
    "The mean of a figure over influencers and over others, such as 179.62 and 196.15, and whether"
        + " the difference may be chance. A test is null if a group has fewer than two users, or"
        + " nothing varies.")
public record MeanComparison(
    @NonNull @Description("Over the influencers, such as 179.62.") GroupMean influencers,
    @NonNull @Description("Over everyone else, suspected bots too, such as 196.15.")
        GroupMean others,
    @NonNull @Description("Over everyone else, less the suspected bots, such as 180.92.")
        GroupMean othersWithoutBots,
    @Description("Mean of influencers / mean of others, such as 0.916; null if there is none.")
        Double ratio,
    @Description(
            "Mean of influencers / mean of others without bots, such as 0.993; null if there"
                + " is none.")
        Double ratioWithoutBots,
    @Description("Student's test of influencers against others, such as p = 0.25.")
        TTest studentTest,
    @Description("Welch's test of influencers against others, such as p = 0.001.") TTest welchTest,
    @Description("Student's test of influencers against others without bots, such as p = 0.6.")
        TTest studentTestWithoutBots,
    @Description("Welch's test of influencers against others without bots, such as p = 0.6.")
        TTest welchTestWithoutBots) {

  static MeanComparison of(Compared compared, Confidence confidence) {
    return new MeanComparison(
        GroupMean.of(compared.influencers()),
        GroupMean.of(compared.others()),
        GroupMean.of(compared.othersWithoutBots()),
        compared.ratio(),
        compared.ratioWithoutBots(),
        TTest.student(compared.influencers(), compared.others(), confidence),
        TTest.welch(compared.influencers(), compared.others(), confidence),
        TTest.student(compared.influencers(), compared.othersWithoutBots(), confidence),
        TTest.welch(compared.influencers(), compared.othersWithoutBots(), confidence));
  }
}
