package io.minigram.insights.users;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A user in a list by name. */
@Description("A user in a list by name, such as the first amy.")
public record NamedUserEdge(
    @NonNull @Description("A user, such as amy25.") User node,
    @NonNull @Description("Its place in the list, such as NDI6YW15, to be given as `after`.")
        String cursor) {}
