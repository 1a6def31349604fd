package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the members of a cohort did on a day of the week. */
@Description("What the members of a cohort did on a day of the week, all weeks together.")
public record CohortDay(
    @NonNull @Description("The day, UTC.") Weekday day,
    @Description("Photos they posted.") long photos,
    @Description("Likes they gave.") long likes,
    @Description("Comments they made.") long comments,
    @Description("Accounts they started to follow.") long follows) {}
