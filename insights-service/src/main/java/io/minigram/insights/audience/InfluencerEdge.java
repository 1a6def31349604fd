package io.minigram.insights.audience;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An influencer in its list. */
@Description("An influencer in its list.")
public record InfluencerEdge(
    @NonNull @Description("An influencer.") Influencer node,
    @NonNull @Description("Its place in the list, to be given as `after`.") String cursor) {}
