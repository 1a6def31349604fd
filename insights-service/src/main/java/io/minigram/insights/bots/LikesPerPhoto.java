package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;

/** Where a photo's likes come from. */
@Description(
    "Where a photo's likes come from, such as 3.1 from suspected bots and 17 from others. A mean"
        + " over nothing is null.")
public record LikesPerPhoto(
    @Description("All photos, such as 25000.") long photos,
    @Description("Photos with at least one like, such as 24990.") long likedPhotos,
    @Description("Mean number of likes from suspected bots, over all photos, such as 3.1.")
        Double meanFromBots,
    @Description("Mean number of likes from everyone else, over all photos, such as 17.")
        Double meanFromOthers,
    @Description(
            "Mean share of a photo's likes that come from suspected bots, 0 to 1, over the photos"
                + " with at least one like, such as 0.23. To nine decimals.")
        Double meanShareFromBots) {}
