package io.minigram.insights.users;

import org.eclipse.microprofile.graphql.Description;

/** Where a user stands among all. */
@Description(
    "Where a user stands among all: one more than users come before, such as 3; equal figures share"
        + " a rank.")
public record UserRanks(
    @Description("By activity, such as 3.") long activity,
    @Description("By activity rate, such as 6; null without a rate.") Long rate,
    @Description("By followers, such as 828.") long followers) {}
