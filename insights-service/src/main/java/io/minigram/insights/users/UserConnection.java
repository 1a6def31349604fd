package io.minigram.insights.users;

import io.minigram.edge.paging.PageInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Users, ordered by a figure. */
@Description("Users, ordered by a figure, such as by followers.")
public record UserConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull UserEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 5000.") long totalCount,
    @Description(
            "UTC day at which rates were measured, such as 2025-01-01; null if nothing ever"
                + " happened.")
        LocalDate measuredOn) {}
