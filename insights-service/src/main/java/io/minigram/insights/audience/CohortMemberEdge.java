package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A user of a cohort in its list. */
@Description("A user of a cohort in its list, such as the first.")
public record CohortMemberEdge(
    @NonNull @Description("A user of a cohort, such as amy25.") CohortMember node,
    @NonNull @Description("Its place in the list, such as NDI, to be given as `after`.")
        String cursor) {}
