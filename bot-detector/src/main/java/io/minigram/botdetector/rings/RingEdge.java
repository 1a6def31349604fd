package io.minigram.botdetector.rings;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A ring and its place in the list.")
public record RingEdge(
    @Description("The ring.") @NonNull Ring node,
    @Description("Names the place in the list, to be given as `after`.") @NonNull String cursor) {}
