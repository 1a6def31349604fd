package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A suspected bot in its list. */
@Description("A suspected bot in its list.")
public record SuspectedBotEdge(
    @NonNull @Description("A suspected bot.") SuspectedBot node,
    @NonNull @Description("Its place in the list, to be given as `after`.") String cursor) {}
