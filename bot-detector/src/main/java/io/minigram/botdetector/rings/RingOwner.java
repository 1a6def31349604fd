package io.minigram.botdetector.rings;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "An account whose photos a ring likes and comments, or which it follows. It need not know of"
        + " that.")
public record RingOwner(
    @Description("Id of the account.") @Id @NonNull String id,
    @Description("Photos of it that at least two members liked or commented.") int photos,
    @Description("Likes, comments and follows that it got from members.") int fromRing,
    @Description("Likes, comments and follows that it got.") int received,
    @Description(
            "Lower bound, with 95 % confidence, of the share from members: what is high even so is"
                + " boosted.")
        double shareAtLeast,
    @Description("Whether it is in the ring itself, as in a pod of accounts that boost each other.")
        @NonNull
        boolean member) {}
