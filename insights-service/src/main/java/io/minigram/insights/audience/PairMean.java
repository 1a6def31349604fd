package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;

/** How much users engage with the photos of a group of owners. */
@Description("How much users engage with the photos of a group of owners.")
public record PairMean(
    @Description("Pairs of an acting user and an owner with at least one like or comment.")
        long pairs,
    @Description("Mean of likes + commentWeight × comments over the pairs; null if there are none.")
        Double mean,
    @Description("Population variance over the pairs; null if there are none.") Double variance) {}
