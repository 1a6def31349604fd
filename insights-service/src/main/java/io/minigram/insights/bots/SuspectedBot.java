package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An account that has liked too many photos for a person. */
@Description("An account that has liked too many photos for a person.")
public record SuspectedBot(
    @Id @Description("The user's id.") long id,
    @NonNull @Description("The user's name; ids identify, names need not.") String username,
    @Description("Photos the account has liked.") long likes,
    @Description("Their share of all photos, 0 to 1.") double likedShare) {}
