package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the members of a cohort did on a day of the week. */
@Description(
    "What the members of a cohort did on a day of the week, all weeks together, such as 4,370 likes"
        + " on Wednesdays.")
public record CohortDay(
    @NonNull @Description("The day, UTC, such as WEDNESDAY.") Weekday day,
    @Description("Photos they posted, such as 231.") long photos,
    @Description("Likes they gave, such as 4370.") long likes,
    @Description("Comments they made, such as 3299.") long comments,
    @Description("Accounts they started to follow, such as 989.") long follows) {}
