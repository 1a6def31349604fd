package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A boosted user in its list. */
@Description("A boosted user in its list.")
public record BoostedUserEdge(
    @NonNull @Description("A boosted user.") BoostedUser node,
    @NonNull @Description("Its place in the list, to be given as `after`.") String cursor) {}
