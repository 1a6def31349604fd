package io.minigram.insights.bots;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Suspected bots, those with most likes first. */
@Description("Suspected bots, those with most likes first.")
public record SuspectedBotConnection(
    @NonNull @Description("The entries of this page.") List<@NonNull SuspectedBotEdge> edges,
    @NonNull @Description("Where this page lies in the list.") PageInfo pageInfo,
    @Description("Entries in the whole list.") long totalCount,
    @Description("Their share of all users, 0 to 1; null if there are no users.")
        Double shareOfUsers,
    @Description("Likes they have given.") long likes,
    @Description("These likes' share of all likes, 0 to 1; null if there are no likes.")
        Double shareOfLikes) {}
