package io.minigram.botdetector.runs;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A run and its place in the list.")
public record RunEdge(
    @Description("The run.") @NonNull Run node,
    @Description("Names the place in the list, to be given as `after`.") @NonNull String cursor) {}
