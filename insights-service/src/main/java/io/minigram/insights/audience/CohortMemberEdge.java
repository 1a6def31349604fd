package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A user of a cohort in its list. */
@Description("A user of a cohort in its list.")
public record CohortMemberEdge(
    @NonNull @Description("A user of a cohort.") CohortMember node,
    @NonNull @Description("Its place in the list, to be given as `after`.") String cursor) {}
