package io.minigram.botdetector.models;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A model and its place in the list.")
public record ScoringModelEdge(
    @Description("The model.") @NonNull ScoringModel node,
    @Description("Names the place in the list, to be given as `after`.") @NonNull String cursor) {}
