package io.minigram.insights.bots;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Suspected bots, those with most likes first. */
@Description("Suspected bots, those with most likes first, such as the 49 of the published report.")
public record SuspectedBotConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull SuspectedBotEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 49.") long totalCount,
    @Description("Their share of all users, 0 to 1, such as 0.0098; null if there are no users.")
        Double shareOfUsers,
    @Description("Likes they have given, such as 77953.") long likes,
    @Description(
            "These likes' share of all likes, 0 to 1, such as 0.155; null if there are no likes.")
        Double shareOfLikes) {}
