package io.minigram.insights.bots;

import org.eclipse.microprofile.graphql.Description;

/** Where a photo's likes come from. */
@Description("Where a photo's likes come from. A mean over nothing is null.")
public record LikesPerPhoto(
    @Description("All photos.") long photos,
    @Description("Photos with at least one like.") long likedPhotos,
    @Description("Mean number of likes from suspected bots, over all photos.") Double meanFromBots,
    @Description("Mean number of likes from everyone else, over all photos.") Double meanFromOthers,
    @Description(
            "Mean share of a photo's likes that come from suspected bots, 0 to 1, over the photos"
                + " with at least one like.")
        Double meanShareFromBots) {}
