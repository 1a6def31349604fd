package io.minigram.botdetector.reviews;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An event of a case and its place in the list.")
public record CaseEventEdge(
    @Description("The event.") @NonNull CaseEvent node,
    @Description("Names the place in the list, to be given as `after`.") @NonNull String cursor) {}
