package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** How active a group of users is. */
@Description("How active a group of users is. A mean over nobody is null.")
public record ActivityMean(
    @Description("Users in the group.") long users,
    @Description("Mean of photos + likes given + comments made + accounts followed.")
        Double meanActivity,
    @Description("Mean of activity / days since registration.") Double meanRate) {}
