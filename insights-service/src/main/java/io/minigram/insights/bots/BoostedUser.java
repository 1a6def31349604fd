package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A user on whose photos much of the liking is done by suspected bots. */
@Description(
    "A user on whose photos much of the liking is done by suspected bots, such as 7 of 10 likes.")
public record BoostedUser(
    @Id @Description("The user's id, such as 2166.") long id,
    @NonNull @Description("The user's name, such as ann; ids identify, names need not.")
        String username,
    @Description("Likes on the user's photos, such as 10.") long likes,
    @Description("Of these, likes from suspected bots, such as 7.") long botLikes,
    @Description("botLikes / likes, 0 to 1, such as 0.7.") double botShare,
    @Description(
            "What botShare would be at least if many more likes came, with the confidence asked"
                + " for, such as 0.39 for 7 of 10 likes: Clopper and Pearson's exact one-sided"
                + " bound.")
        double botShareLowerBound,
    @Description(
            "Whether the lower bound reaches minBotShare as well, such as false for 7 of 10 likes"
                + " and 0.5. Of many users without any boost, 1 - confidence may seem certain.")
        boolean certain) {}
