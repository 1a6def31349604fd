package io.minigram.insights.live;

import io.minigram.insights.transactions.AsOf;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The figures that a page shows first, at one moment. */
@Description("The figures that a page shows first, at one moment.")
public record Headline(
    @NonNull @Description("Which facts these figures know.") AsOf asOf,
    @Description("Registered users, such as 5000.") long users,
    @Description("Photos, such as 25000.") long photos,
    @Description("Likes, such as 504146.") long likes,
    @Description("Comments, such as 351083.") long comments,
    @Description("Pairs of a follower and the account followed, such as 99061.") long follows,
    @Description("Accounts that liked at least 5 % of all photos, such as 49.")
        long suspectedBots) {}
