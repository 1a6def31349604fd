package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A user whom many follow. */
@Description("A user whom many follow.")
public record Influencer(
    @Id @Description("The user's id.") long id,
    @NonNull @Description("The user's name; ids identify, names need not.") String username,
    @Description("Users who follow this one.") long followers,
    @Description("The followers' share of all users, 0 to 1.") double followerShare) {}
