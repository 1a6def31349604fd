package io.minigram.insights.content;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** All photos in an order. */
@Description("All photos in an order, such as the most liked first.")
public record PhotoConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull PhotoEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 25000.") long totalCount) {}
