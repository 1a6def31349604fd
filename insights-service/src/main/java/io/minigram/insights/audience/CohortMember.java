package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A user of a cohort. */
@Description("A user of a cohort, such as one who did 223 things in 300 days.")
public record CohortMember(
    @Id @Description("The user's id, such as 42.") long id,
    @NonNull @Description("The user's name, such as amy25; ids identify, names need not.")
        String username,
    @Description("Photos + likes given + comments made + accounts followed, such as 223.")
        long activity,
    @Description(
            "Activity / days since registration, such as 0.85; null if the user registered on the"
                + " measuring day or later.")
        Double rate) {}
