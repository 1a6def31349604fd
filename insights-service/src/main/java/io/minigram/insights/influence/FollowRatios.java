package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Mean followers / mean accounts followed, of influencers and others. */
@Description(
    "Mean followers / mean accounts followed, of influencers and others, such as 27.3 and"
        + " 0.25.")
public record FollowRatios(
    @NonNull @Description("Of the influencers, such as 27.3.") FollowRatio influencers,
    @NonNull @Description("Of everyone else, suspected bots too, such as 0.25.") FollowRatio others,
    @NonNull @Description("Of everyone else, less the suspected bots, such as 0.25.")
        FollowRatio othersWithoutBots) {}
