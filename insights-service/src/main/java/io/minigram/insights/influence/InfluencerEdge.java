package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An influencer in its list. */
@Description("An influencer in its list, such as the first.")
public record InfluencerEdge(
    @NonNull @Description("An influencer, such as amy25.") Influencer node,
    @NonNull @Description("Its place in the list, such as NTk5OjQy, to be given as `after`.")
        String cursor) {}
