package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A user whom many follow. */
@Description("A user whom many follow, such as 599 of 5,000.")
public record Influencer(
    @Id @Description("The user's id, such as 42.") long id,
    @NonNull @Description("The user's name, such as amy25; ids identify, names need not.")
        String username,
    @Description("Users who follow this one, such as 599.") long followers,
    @Description("The followers' share of all users, 0 to 1, such as 0.1198.") double followerShare,
    @Description("Accounts that the user follows, such as 27.") long following,
    @Description("Photos the user posted, such as 3.") long posts,
    @Description("Likes on them / photos, such as 333.33; null without photos.")
        Double likesPerPost,
    @Description("Comments on them / photos, such as 139.67; null without photos.")
        Double commentsPerPost,
    @Description("Followers that are suspected bots, such as 4.") long botFollowers,
    @Description("Likes on the user's photos from suspected bots, such as 7.") long botLikes,
    @Description("Comments on the user's photos from suspected bots, such as 1.") long botComments,
    @NonNull @Description("How influential the user is, and why, such as 79.1 of 100.")
        InfluenceScore influence) {}
