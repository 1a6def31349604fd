package io.minigram.insights.audience;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How active influencers and everyone else are. */
@Description("How active influencers and everyone else are.")
public record ActivityMeans(
    @Description("UTC day at which the rate was measured; null if nothing ever happened.")
        LocalDate measuredOn,
    @NonNull @Description("The influencers.") ActivityMean influencers,
    @NonNull @Description("Everyone else, suspected bots too.") ActivityMean others,
    @NonNull @Description("Everyone else, less the suspected bots.")
        ActivityMean othersWithoutBots) {}
