package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;

/** What everyone else does on the photos of a quarter. */
@Description(
    "What everyone but the suspected bots does on a quarter of the photos, such as on those with"
        + " the highest share of likes from bots. A mean over nothing is null.")
public record BotPressure(
    @Description(
            "1 to 4, such as 4 for the photos with the highest share of likes from suspected bots."
                + " Photos with equal shares are in the same quarter, so it may be empty.")
        int quartile,
    @Description("Photos in it, such as 6250.") long photos,
    @Description("The lowest share in it, 0 to 1, such as 0.31.") Double leastBotShare,
    @Description("The highest share in it, 0 to 1, such as 0.83.") Double greatestBotShare,
    @Description("Mean number of likes from everyone else on a photo, such as 7.7.")
        Double meanLikesFromOthers,
    @Description("Mean number of comments from everyone else on a photo, such as 10.8.")
        Double meanCommentsFromOthers,
    @Description("Population variance of that number over the photos, such as 42.5.")
        Double varianceOfCommentsFromOthers) {}
