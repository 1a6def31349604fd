package io.minigram.insights.bots;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Boosted users, the highest share from suspected bots first. */
@Description("Boosted users, the highest share from suspected bots first.")
public record BoostedUserConnection(
    @NonNull @Description("The entries of this page.") List<@NonNull BoostedUserEdge> edges,
    @NonNull @Description("Where this page lies in the list.") PageInfo pageInfo,
    @Description("Entries in the whole list.") long totalCount) {}
