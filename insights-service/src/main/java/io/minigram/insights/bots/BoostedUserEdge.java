package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A boosted user in its list. */
@Description("A boosted user in its list, such as the first.")
public record BoostedUserEdge(
    @NonNull @Description("A boosted user, such as the one with the highest share.")
        BoostedUser node,
    @NonNull @Description("Its place in the list, to be given as `after`, such as MjE2Ng.")
        String cursor) {}
