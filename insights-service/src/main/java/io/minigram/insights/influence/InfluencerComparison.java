package io.minigram.insights.influence;

import io.minigram.insights.definitions.Confidence;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Influencers against everyone else. */
@Description("Influencers against everyone else, such as 5.0 and 5.0 photos a user.")
public record InfluencerComparison(
    @Description(
            "UTC day at which the rate was measured, such as 2025-01-01; null if nothing ever"
                + " happened.")
        LocalDate measuredOn,
    @NonNull
        @Description("Photos + likes given + comments made + accounts followed, such as 179.62.")
        MeanComparison activity,
    @NonNull @Description("Activity / days since registration, such as 0.47, of users who have it.")
        MeanComparison activityRate,
    @NonNull @Description("Photos posted, such as 5.0; who never posted counts with 0.")
        MeanComparison posts,
    @NonNull @Description("Mean followers / mean accounts followed, such as 27.3.")
        FollowRatios followersToFollowing) {

  static InfluencerComparison of(Groups groups, Confidence confidence) {
    return new InfluencerComparison(
        groups.measuredOn(),
        MeanComparison.of(groups.compare(Group::activitySample), confidence),
        MeanComparison.of(groups.compare(Group::rate), confidence),
        MeanComparison.of(groups.compare(Group::postsSample), confidence),
        new FollowRatios(
            FollowRatio.of(groups.influencers()),
            FollowRatio.of(groups.others()),
            FollowRatio.of(groups.othersWithoutBots())));
  }
}
