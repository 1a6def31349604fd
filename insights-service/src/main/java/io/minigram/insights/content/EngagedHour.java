package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;

/** The photos posted in an hour of the day. */
@Description("The photos posted in an hour of the day, all days together.")
public record EngagedHour(
    @Description("Hour of the day, UTC, 0 to 23.") int hour,
    @Description("Highly engaged photos posted in it.") long engagedPhotos,
    @Description("All photos posted in it.") long photos,
    @Description("engagedPhotos / photos; null if no photo was posted in it.") Double rate) {}
