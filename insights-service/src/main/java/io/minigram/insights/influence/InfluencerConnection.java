package io.minigram.insights.influence;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Influencers in their order. */
@Description("Influencers in their order, such as 135, the most followed first.")
public record InfluencerConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull InfluencerEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 135.") long totalCount,
    @Description(
            "The influencers' share of all users, 0 to 1, such as 0.027; null if there are no"
                + " users.")
        Double shareOfUsers) {}
