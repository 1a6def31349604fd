package io.minigram.insights.influence;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How active influencers and everyone else are. */
@Description("How active influencers and everyone else are, such as 179.62 and 196.15.")
public record ActivityMeans(
    @Description(
            "UTC day at which the rate was measured, such as 2025-01-01; null if nothing ever"
                + " happened.")
        LocalDate measuredOn,
    @NonNull @Description("The influencers, such as 135.") ActivityMean influencers,
    @NonNull @Description("Everyone else, suspected bots too, such as 4,865.") ActivityMean others,
    @NonNull @Description("Everyone else, less the suspected bots, such as 4,816.")
        ActivityMean othersWithoutBots) {

  static ActivityMeans of(Groups groups) {
    return new ActivityMeans(
        groups.measuredOn(),
        ActivityMean.of(groups.influencers()),
        ActivityMean.of(groups.others()),
        ActivityMean.of(groups.othersWithoutBots()));
  }
}
