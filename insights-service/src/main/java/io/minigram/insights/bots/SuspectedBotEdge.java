package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A suspected bot in its list. */
@Description("A suspected bot in its list, such as the first.")
public record SuspectedBotEdge(
    @NonNull @Description("A suspected bot, such as the one with most likes.") SuspectedBot node,
    @NonNull @Description("Its place in the list, to be given as `after`, such as MzIw.")
        String cursor) {}
