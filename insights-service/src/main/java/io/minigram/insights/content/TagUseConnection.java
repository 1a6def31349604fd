package io.minigram.insights.content;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Tag names in an order. */
@Description("Tag names in an order, such as the most used first.")
public record TagUseConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull TagUseEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 244.") long totalCount) {}
