package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An account that is suspected to be a bot. */
@Description(
    "An account that is suspected to be a bot, such as one that has liked 7 % of all photos.")
public record SuspectedBot(
    @Id @Description("The user's id, such as 320.") long id,
    @NonNull @Description("The user's name, such as ann; ids identify, names need not.")
        String username,
    @Description("Photos the account has liked, such as 1830.") long likes,
    @Description("Their share of all photos, 0 to 1, such as 0.0732.") double likedShare) {}
