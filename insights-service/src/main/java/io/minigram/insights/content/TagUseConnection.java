package io.minigram.insights.content;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Tag names, the most used first. */
@Description("Tag names, the most used first.")
public record TagUseConnection(
    @NonNull @Description("The entries of this page.") List<@NonNull TagUseEdge> edges,
    @NonNull @Description("Where this page lies in the list.") PageInfo pageInfo,
    @Description("Entries in the whole list.") long totalCount) {}
