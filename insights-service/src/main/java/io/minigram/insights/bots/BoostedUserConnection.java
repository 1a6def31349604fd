package io.minigram.insights.bots;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Boosted users, the highest share from suspected bots first. */
@Description("Boosted users, the highest share from suspected bots first, such as 0.7 before 0.6.")
public record BoostedUserConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull BoostedUserEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 11.") long totalCount) {}
