package io.minigram.insights.audience;

import io.minigram.edge.paging.PageInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A cohort of users, the most extreme first. */
@Description("A cohort of users, the most extreme first, such as 255 of 5,000.")
public record CohortMemberConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull CohortMemberEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 255.") long totalCount,
    @Description("The members' share of all users, 0 to 1, such as 0.051; null without users.")
        Double shareOfUsers,
    @Description(
            "What the last member has of the measure, such as 223: the least of the active, the"
                + " most of the inactive; null if the cohort is empty.")
        Double cutOff,
    @Description(
            "UTC day at which the rate was measured, such as 2025-01-01; null if nothing ever"
                + " happened.")
        LocalDate measuredOn) {}
