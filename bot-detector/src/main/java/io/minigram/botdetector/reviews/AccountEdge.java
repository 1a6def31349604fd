package io.minigram.botdetector.reviews;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A flagged account and its place in the list.")
public record AccountEdge(
    @Description("The account.") @NonNull Account node,
    @Description("Names the place in the list, to be given as `after`.") @NonNull String cursor) {}
