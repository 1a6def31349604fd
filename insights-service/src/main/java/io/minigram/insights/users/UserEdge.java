package io.minigram.insights.users;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A user in a list that is ordered by a figure. */
@Description("A user in a list that is ordered by a figure, such as the second by followers.")
public record UserEdge(
    @NonNull @Description("A user, such as amy25.") User node,
    @NonNull @Description("Its place in the list, such as NTk5OjQy, to be given as `after`.")
        String cursor,
    @Description(
            "The user's rank, such as 2: one more than users come before by the figure; equal"
                + " figures share it.")
        long rank) {}
