package io.minigram.insights.users;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Users found by name, by name and id. */
@Description("Users found by name, by name and id, such as the two who are called amy.")
public record NamedUserConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull NamedUserEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Users found, such as 2.") long totalCount) {}
