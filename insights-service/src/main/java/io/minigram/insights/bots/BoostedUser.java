package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A user on whose photos much of the liking is done by suspected bots. */
@Description("A user on whose photos much of the liking is done by suspected bots.")
public record BoostedUser(
    @Id @Description("The user's id.") long id,
    @NonNull @Description("The user's name; ids identify, names need not.") String username,
    @Description("Likes on the user's photos.") long likes,
    @Description("Of these, likes from suspected bots.") long botLikes,
    @Description("botLikes / likes, 0 to 1.") double botShare) {}
