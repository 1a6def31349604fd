package io.minigram.insights.audience;

import io.minigram.edge.paging.PageInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A cohort of users, the most extreme first. */
@Description("A cohort of users, the most extreme first.")
public record CohortMemberConnection(
    @NonNull @Description("The entries of this page.") List<@NonNull CohortMemberEdge> edges,
    @NonNull @Description("Where this page lies in the list.") PageInfo pageInfo,
    @Description("Entries in the whole list.") long totalCount,
    @Description(
            "What the last member has of the measure: the least of the active, the most of the"
                + " inactive; null if the cohort is empty.")
        Double cutOff,
    @Description("UTC day at which the rate was measured; null if nothing ever happened.")
        LocalDate measuredOn) {}
