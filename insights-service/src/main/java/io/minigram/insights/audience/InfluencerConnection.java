package io.minigram.insights.audience;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Influencers, the most followed first. */
@Description("Influencers, the most followed first.")
public record InfluencerConnection(
    @NonNull @Description("The entries of this page.") List<@NonNull InfluencerEdge> edges,
    @NonNull @Description("Where this page lies in the list.") PageInfo pageInfo,
    @Description("Entries in the whole list.") long totalCount,
    @Description("The influencers' share of all users, 0 to 1; null if there are no users.")
        Double shareOfUsers) {}
